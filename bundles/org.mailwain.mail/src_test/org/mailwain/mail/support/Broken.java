package org.mailwain.mail.support;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Texts of a server with bytes changed, lost and doubled; the same for the same seed. */
public final class Broken {
    private static final String SIGNS = "(){}[]\"\\\r\n *~%0123456789.:;<>@&-+=";
    private static final int LONGEST = 40;

    private Broken() {}

    public static byte[] bytes(String text, Random random) {
        return text(text, random).getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String text(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(LONGEST));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 3 -> text.insert(at, text.substring(at, end));
                default -> text.delete(at, end);
            }
        }
        return text.toString();
    }
}
