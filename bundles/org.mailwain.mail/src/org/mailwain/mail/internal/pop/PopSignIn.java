package org.mailwain.mail.internal.pop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Shown;
import org.mailwain.mail.pop.PopFailure;

/** Carries out a sign-in. What is sent never shows in a log, a failure or an exception. */
final class PopSignIn {
    /** A command line has 255 octets (RFC 2449 section 4); longer first responses go into a line of their own. */
    private static final int MOST_ON_A_LINE = 200;

    private static final Pattern LOCKED = Pattern.compile("lock|in use|already open|busy");
    private static final Pattern LATER = Pattern.compile("temporar|try again|later|too many|unavailable");

    private final PopProtocol protocol;
    private final Set<String> mechanisms;
    private final SignIn signIn;
    private final Shown shown;

    /** @param mechanisms of SASL that the server offers, in upper case */
    PopSignIn(PopProtocol protocol, Set<String> mechanisms, SignIn signIn) {
        this.protocol = protocol;
        this.mechanisms = mechanisms;
        this.signIn = signIn;
        this.shown = new Shown(signIn);
    }

    void run() throws FailureException {
        PopReply reply = once();
        while (!reply.isOk()) {
            Failure refusal = refused(reply);
            if (!shown.another(refusal)) {
                throw new FailureException(refusal);
            }
            reply = once();
        }
    }

    private PopReply once() throws FailureException {
        return switch (signIn.mechanism()) {
            case PASSWORD -> password();
            case LOGIN -> user();
            case PLAIN -> sasl("PLAIN", "");
            case XOAUTH2 -> sasl("XOAUTH2", "");
            case OAUTHBEARER -> sasl("OAUTHBEARER", "AQ==");
            case TOKEN -> token();
            case PROXYAUTH, X_MASTERAUTH -> throw notOffered(signIn.mechanism().name());
        };
    }

    /** XOAUTH2 is the older one, and known to more servers. */
    private PopReply token() throws FailureException {
        boolean newer = mechanisms.contains("OAUTHBEARER") && !mechanisms.contains("XOAUTH2");
        return newer ? sasl("OAUTHBEARER", "AQ==") : sasl("XOAUTH2", "");
    }

    /** SASL PLAIN takes any character and names the mailbox; USER and PASS are older and known to more servers. */
    private PopReply password() throws FailureException {
        boolean plain = mechanisms.contains("PLAIN") || signIn.authorizationId().isPresent();
        return plain ? sasl("PLAIN", "") : user();
    }

    private PopReply user() throws FailureException {
        byte[] name = signIn.authenticationId().getBytes(StandardCharsets.UTF_8);
        byte[] password = shown.secret().utf8();
        try {
            if (breaksLines(name) || breaksLines(password)) {
                throw notOffered("USER");
            }
            protocol.send("USER ", name);
            PopReply reply = protocol.reply();
            if (!reply.isOk()) {
                return reply;
            }
            protocol.send("PASS ", password);
            return protocol.reply();
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /** A line break in a name or password would make a command of what follows. */
    private static boolean breaksLines(byte[] text) {
        for (byte b : text) {
            if (b == '\r' || b == '\n' || b == 0) {
                return true;
            }
        }
        return false;
    }

    private PopReply sasl(String mechanism, String afterError) throws FailureException {
        if (!mechanisms.contains(mechanism)) {
            throw notOffered(mechanism);
        }
        byte[] response = response(mechanism);
        try {
            boolean atOnce = response.length <= MOST_ON_A_LINE && mechanism.equals("PLAIN");
            if (atOnce) {
                protocol.send("AUTH " + mechanism + " ", response);
            } else {
                protocol.send("AUTH " + mechanism);
                String challenge = protocol.anyLine();
                if (!challenge.startsWith("+ ") && !challenge.equals("+")) {
                    return reply(challenge);
                }
                protocol.send("", response);
            }
            return last(afterError);
        } finally {
            Arrays.fill(response, (byte) 0);
        }
    }

    /** A server that refuses a token says why in another challenge, which has to be answered (RFC 7628). */
    private PopReply last(String afterError) throws FailureException {
        String line = protocol.anyLine();
        if (line.startsWith("+ ") || line.equals("+")) {
            protocol.send(afterError);
            line = protocol.anyLine();
        }
        return reply(line);
    }

    private PopReply reply(String line) throws FailureException {
        PopReply reply = PopReply.of(line);
        if (reply == null) {
            throw protocol.wire().failure(protocol.wire().broken(MailFailure.MALFORMED, PopReply.words(line)));
        }
        return reply;
    }

    private byte[] response(String mechanism) throws FailureException {
        String user = signIn.authorizationId().orElse(signIn.authenticationId());
        byte[] secret = shown.secret().utf8();
        Wiped text = new Wiped();
        try {
            switch (mechanism) {
                case "PLAIN" -> {
                    text.add(signIn.authorizationId().orElse("") + "\0" + signIn.authenticationId() + "\0");
                    text.writeBytes(secret);
                }
                case "XOAUTH2" -> {
                    text.add("user=" + user + "\1auth=Bearer ");
                    text.writeBytes(secret);
                    text.add("\1\1");
                }
                default -> {
                    text.add("n,a=" + user.replace("=", "=3D").replace(",", "=2C") + ",\1auth=Bearer ");
                    text.writeBytes(secret);
                    text.add("\1\1");
                }
            }
            return text.encoded();
        } finally {
            Arrays.fill(secret, (byte) 0);
            text.wipe();
        }
    }

    private FailureException notOffered(String mechanism) {
        return MailFailure.SIGN_IN_NOT_OFFERED.raise(mechanism, String.join(" ", mechanisms));
    }

    /** Response codes first (RFC 2449, 3206), then the words that servers are known to use. */
    private Failure refused(PopReply reply) {
        String user = signIn.authenticationId();
        String words = reply.text().toLowerCase(Locale.ROOT);
        return switch (reply.code()) {
            case "AUTH" -> MailFailure.SIGN_IN_REJECTED.with(user, reply.words());
            case "IN-USE" -> PopFailure.LOCKED.with(user, reply.words());
            case "LOGIN-DELAY", "SYS/TEMP" -> MailFailure.SIGN_IN_UNAVAILABLE.with(user, reply.words());
            case "SYS/PERM" -> MailFailure.SIGN_IN_NOT_ALLOWED.with(user, reply.words());
            default -> {
                if (LOCKED.matcher(words).find()) {
                    yield PopFailure.LOCKED.with(user, reply.words());
                }
                yield LATER.matcher(words).find()
                        ? MailFailure.SIGN_IN_UNAVAILABLE.with(user, reply.words())
                        : MailFailure.SIGN_IN_REJECTED.with(user, reply.words());
            }
        };
    }

    /** A buffer that can be cleared of what it held. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped() {
            super(8_192);
        }

        void add(String part) {
            writeBytes(part.getBytes(StandardCharsets.UTF_8));
        }

        byte[] encoded() {
            byte[] held = toByteArray();
            try {
                return Base64.getEncoder().encode(held);
            } finally {
                Arrays.fill(held, (byte) 0);
            }
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
