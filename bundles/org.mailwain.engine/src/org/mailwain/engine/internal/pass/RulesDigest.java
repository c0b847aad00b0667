package org.mailwain.engine.internal.pass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.folder.FolderRules;

/**
 * Stands for the rules under which a folder was gone through: a digest of the folder map, then one of filter, follow
 * and repairs. Folders keep their target while the first is the same.
 */
record RulesDigest(String map, String rest) {
    static RulesDigest of(FolderRules rules, Filter filter, Follow follow, List<String> repairs, String keeping) {
        return new RulesDigest(
                digest(List.of(
                        rules.specialUse(),
                        rules.root().map(Object::toString).orElse(""),
                        rules.rules(),
                        rules.repair())),
                digest(List.of(filter, follow, repairs, keeping)));
    }

    /** Records write their parts in order, so equal rules have equal texts. */
    private static String digest(List<?> parts) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(all, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a recorded digest was made under the same folder map. */
    boolean sameMap(String recorded) {
        return recorded.startsWith(map + "-");
    }

    @Override
    public String toString() {
        return map + "-" + rest;
    }
}
