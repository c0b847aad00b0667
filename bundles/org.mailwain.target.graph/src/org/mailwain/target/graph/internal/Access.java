package org.mailwain.target.graph.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;

/**
 * Puts the token into each request, for the service's own address alone, and a renewed one once it was refused; turns an
 * answer that is no success into a {@link HttpRefusal}. Thread-safe.
 */
final class Access implements Interceptor {
    /** Tag of a request whose address carries its own permission. */
    static final String NONE = "upload";

    private final String base;
    private final SignIn.CredentialSource credential;
    private final ThreadLocal<Instant> date = new ThreadLocal<>();
    private volatile Secret refused;

    Access(String base, SignIn.CredentialSource credential) {
        this.base = base + "/";
        this.credential = credential;
    }

    /** When the service gave its last answer to this thread, by its own clock, to the second. */
    Instant date() {
        Instant last = date.get();
        return last == null ? Instant.now() : last;
    }

    /** Carries a failure of ours through the client. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient FailureException failure;

        private Refusal(FailureException failure) {
            super(failure);
            this.failure = failure;
        }

        FailureException failure() {
            return failure;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (request.tag(String.class) == null) {
            request = request.newBuilder()
                    .header("Authorization", authorization(request))
                    .build();
        }
        Response response = chain.proceed(request);
        date.set(date(response.header("Date")));
        if (!response.isSuccessful()) {
            try (response) {
                if (response.code() == 401) {
                    refused = used(request);
                }
                throw HttpRefusal.of(response);
            }
        }
        return response;
    }

    private String authorization(Request request) throws IOException {
        if (!request.url().toString().startsWith(base)) {
            throw new IOException("an address elsewhere: " + request.url().host());
        }
        try {
            Secret before = refused;
            Secret token = before == null ? credential.current() : credential.renewed(before);
            if (before != null && !before.equals(token)) {
                refused = null;
            }
            char[] chars = token.chars();
            String text = "Bearer " + new String(chars);
            Arrays.fill(chars, ' ');
            return text;
        } catch (FailureException e) {
            throw new Refusal(e);
        }
    }

    private static Secret used(Request request) {
        return Secret.of(request.header("Authorization").substring("Bearer ".length()));
    }

    private static Instant date(String header) {
        try {
            return header == null
                    ? Instant.now()
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }
}
