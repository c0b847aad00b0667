package org.mailwain.target.graph.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Instant;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.target.graph.GraphFailure;

/** What the service's refusals mean. */
final class Refusals {
    private Refusals() {}

    /** Of a request about a mailbox; the caller knows whether a message or a folder was meant. */
    static FailureException of(String mailbox, HttpRefusal refusal) {
        int status = refusal.status();
        if (status >= 500) {
            Failure why = GraphFailure.BROKEN.with(mailbox, status, refusal.code());
            Failure timed = refusal.retryAfter() == null
                    ? why
                    : why.notBefore(Instant.now().plus(refusal.retryAfter()));
            return new Unanswered(timed, refusal, false);
        } else if (status == 401) {
            return new Refused(GraphFailure.TOKEN_REFUSED.with(mailbox, refusal.said()), refusal);
        } else if (refusal.is("ErrorQuotaExceeded") || status == 507) {
            return new Refused(GraphFailure.FULL.with(mailbox, refusal.said()), refusal);
        } else if (status == 403) {
            return new Refused(GraphFailure.DENIED.with(mailbox, refusal.said()), refusal);
        } else if (refusal.is("MailboxNotEnabledForRESTAPI")
                || refusal.is("ErrorInvalidUser")
                || refusal.is("Request_ResourceNotFound")
                || refusal.is("ResourceNotFound")
                || refusal.is("ErrorNonExistentMailbox")) {
            return new Refused(GraphFailure.NO_MAILBOX.with(mailbox, refusal.code()), refusal);
        }
        return new Refused(GraphFailure.REFUSED.with(refusal.said()), refusal);
    }

    static Failure unreached(String mailbox, String address, IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> GraphFailure.HOST_UNKNOWN.with(address);
            case ConnectException refused -> GraphFailure.CONNECT.with(address, refused.getMessage());
            case SocketTimeoutException late -> GraphFailure.CONNECT.with(address, late.getMessage());
            case SSLException tls ->
                handshake(tls)
                        ? GraphFailure.TLS.with(address, tls.getMessage())
                        : GraphFailure.LOST.with(mailbox, tls.getMessage());
            default -> GraphFailure.LOST.with(mailbox, String.valueOf(e.getMessage()));
        };
    }

    private static boolean handshake(SSLException e) {
        return Causes.of(e, CertificateException.class) != null || e instanceof SSLHandshakeException;
    }
}
