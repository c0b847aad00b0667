package org.mailwain.demo.internal.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.demo.server.DemoAccount;
import org.mailwain.demo.server.ServerOptions;

/** XOAUTH2 (Google, "OAuth 2.0 Mechanism") and OAUTHBEARER (RFC 7628), strict about every byte. */
final class TokenSignIn {
    private static final String OLDER = "XOAUTH2";
    private static final Pattern XOAUTH2 = Pattern.compile("user=([^\1]+)\1auth=Bearer ([^\1 ]+)\1\1");
    private static final Pattern OAUTHBEARER =
            Pattern.compile("n,a=((?:[^,=\1]|=2C|=3D)+),(?:\1(?:host|port)=[^\1]*)*\1auth=Bearer ([^\1 ]+)\1\1");

    /** What a client says to the error, in base64: nothing, and one Control-A. */
    private static final String AFTER_ERROR = "AQ==";

    private final Session session;
    private final String mechanism;

    TokenSignIn(Session session, String mechanism) {
        this.session = session;
        this.mechanism = mechanism;
    }

    static List<String> mechanisms(ServerOptions options) {
        List<String> words = new ArrayList<>();
        if (options.takesPasswords()) {
            words.add("PLAIN");
        }
        if (options.tokens() != null) {
            words.add(OLDER);
            words.add("OAUTHBEARER");
        }
        return words;
    }

    String run(String base64, CommandInput in) throws IOException, CommandException {
        Matcher message = (mechanism.equals(OLDER) ? XOAUTH2 : OAUTHBEARER).matcher(decoded(base64));
        if (!message.matches()) {
            throw CommandException.bad("not a message of " + mechanism);
        }
        String user = message.group(1).replace("=2C", ",").replace("=3D", "=");
        Optional<DemoAccount> account = session.host().byToken(user, message.group(2));
        if (account.isEmpty()) {
            refuse(in);
        }
        session.signedIn(account.orElseThrow());
        return "[CAPABILITY " + session.capabilities() + "] welcome";
    }

    private static String decoded(String base64) throws CommandException {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CommandException.bad("not base64");
        }
    }

    /** The error comes as a challenge; the client has to say something before it gets its NO. */
    private void refuse(CommandInput in) throws IOException, CommandException {
        String error = "{\"status\":\"401\",\"schemes\":\"Bearer\"}";
        session.out().line("+ " + Base64.getEncoder().encodeToString(error.getBytes(StandardCharsets.US_ASCII)));
        session.out().flush();
        String said = in.until("");
        in.endOfLine();
        if (!said.equals(mechanism.equals(OLDER) ? "" : AFTER_ERROR)) {
            throw CommandException.bad("not what follows an error");
        }
        throw CommandException.no("[AUTHENTICATIONFAILED] the token is not good for this mailbox");
    }
}
