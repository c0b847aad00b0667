package org.mailwain.mail.internal.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Authentication;
import org.mailwain.mail.internal.protocol.Pipeline;
import org.mailwain.mail.internal.protocol.Reply;
import org.mailwain.mail.internal.protocol.Shown;

/** Carries out a sign-in. What is sent never shows in a log, a failure or an exception. */
final class SigningIn {
    private static final int CTRL_A = 1;

    private final Pipeline pipeline;
    private final SignIn signIn;
    private final Shown shown;

    SigningIn(Pipeline pipeline, SignIn signIn) {
        this.pipeline = pipeline;
        this.signIn = signIn;
        this.shown = new Shown(signIn);
    }

    void run() throws FailureException {
        Reply reply = once();
        while (!reply.isOk()) {
            Failure refusal = pipeline.refusals().signIn(reply, signIn.authenticationId());
            if (!shown.another(refusal)) {
                throw new FailureException(refusal);
            }
            reply = once();
        }
    }

    private Reply once() throws FailureException {
        return switch (signIn.mechanism()) {
            case PASSWORD -> password();
            case PLAIN -> plain();
            case LOGIN -> login();
            case PROXYAUTH -> proxyauth();
            case XOAUTH2 -> sasl("XOAUTH2", this::xoauth2, new byte[0]);
            case OAUTHBEARER -> oauthbearer();
            case TOKEN -> token();
            case X_MASTERAUTH -> masterauth();
        };
    }

    /** XOAUTH2 is the older one, and known to more servers. */
    private Reply token() throws FailureException {
        boolean newer = pipeline.has("AUTH=OAUTHBEARER") && !pipeline.has("AUTH=XOAUTH2");
        return newer ? oauthbearer() : sasl("XOAUTH2", this::xoauth2, new byte[0]);
    }

    private Reply oauthbearer() throws FailureException {
        return sasl("OAUTHBEARER", this::bearerMessage, new byte[] {CTRL_A});
    }

    /** SASL PLAIN takes any character and names the mailbox; LOGIN is older and known to more servers. */
    private Reply password() throws FailureException {
        if (pipeline.has("AUTH=PLAIN") || signIn.authorizationId().isPresent()) {
            return plain();
        }
        return login();
    }

    private Reply login() throws FailureException {
        if (pipeline.has("LOGINDISABLED")) {
            throw notOffered("LOGIN");
        }
        byte[] user = signIn.authenticationId().getBytes(StandardCharsets.UTF_8);
        byte[] password = shown.secret().utf8();
        try {
            return Authentication.login(pipeline, user, password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private Reply proxyauth() throws FailureException {
        Reply reply = login();
        if (!reply.isOk()) {
            return reply;
        }
        byte[] user = signIn.authorizationId().orElseThrow().getBytes(StandardCharsets.UTF_8);
        return pipeline.run(Simple.none(), words -> words.text("PROXYAUTH ").string(user));
    }

    /** Kerio: the master password by a digest of the server's challenge, then whose mailbox is meant. */
    private Reply masterauth() throws FailureException {
        if (!pipeline.has("X-MASTERAUTH") && !pipeline.has("AUTH=X-MASTERAUTH")) {
            throw notOffered("X-MASTERAUTH");
        }
        String command = pipeline.has("X-MASTERAUTH") ? "X-MASTERAUTH" : "AUTHENTICATE X-MASTERAUTH";
        byte[] password = shown.secret().utf8();
        try {
            Reply reply = Authentication.digest(pipeline, command, password);
            if (!reply.isOk()) {
                return reply;
            }
        } finally {
            Arrays.fill(password, (byte) 0);
        }
        byte[] user = signIn.authorizationId().orElseThrow().getBytes(StandardCharsets.UTF_8);
        return pipeline.run(Simple.none(), words -> words.text("X-SETUSER ").string(user));
    }

    private Reply plain() throws FailureException {
        return sasl("PLAIN", this::plainMessage, new byte[0]);
    }

    private interface Message {
        void write(ByteArrayOutputStream into, byte[] secret);
    }

    private Reply sasl(String mechanism, Message message, byte[] afterError) throws FailureException {
        if (!pipeline.has("AUTH=" + mechanism)) {
            throw notOffered(mechanism);
        }
        Secret secret = shown.secret();
        byte[] clear = secret.utf8();
        Wiped first = new Wiped();
        message.write(first, clear);
        byte[] response = first.encoded();
        try {
            return Authentication.sasl(
                    pipeline, mechanism, response, Base64.getEncoder().encode(afterError));
        } finally {
            first.wipe();
            Arrays.fill(clear, (byte) 0);
            Arrays.fill(response, (byte) 0);
        }
    }

    private void plainMessage(ByteArrayOutputStream into, byte[] secret) {
        into.writeBytes(signIn.authorizationId().orElse("").getBytes(StandardCharsets.UTF_8));
        into.write(0);
        into.writeBytes(signIn.authenticationId().getBytes(StandardCharsets.UTF_8));
        into.write(0);
        into.writeBytes(secret);
    }

    private void xoauth2(ByteArrayOutputStream into, byte[] secret) {
        String user = signIn.authorizationId().orElse(signIn.authenticationId());
        into.writeBytes(("user=" + user).getBytes(StandardCharsets.UTF_8));
        bearer(into, secret);
    }

    private void bearerMessage(ByteArrayOutputStream into, byte[] secret) {
        String user = signIn.authorizationId().orElse(signIn.authenticationId());
        String name = user.replace("=", "=3D").replace(",", "=2C");
        into.writeBytes(("n,a=" + name + ",").getBytes(StandardCharsets.UTF_8));
        bearer(into, secret);
    }

    private static void bearer(ByteArrayOutputStream into, byte[] secret) {
        into.write(CTRL_A);
        into.writeBytes("auth=Bearer ".getBytes(StandardCharsets.US_ASCII));
        into.writeBytes(secret);
        into.write(CTRL_A);
        into.write(CTRL_A);
    }

    private FailureException notOffered(String mechanism) {
        String offered = pipeline.capabilities().stream()
                .filter(c -> c.startsWith("AUTH=") || c.equals("LOGINDISABLED"))
                .collect(Collectors.joining(" "));
        return MailFailure.SIGN_IN_NOT_OFFERED.raise(mechanism, offered);
    }

    /** A buffer that can be cleared of what it held. */
    private static final class Wiped extends ByteArrayOutputStream {
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
