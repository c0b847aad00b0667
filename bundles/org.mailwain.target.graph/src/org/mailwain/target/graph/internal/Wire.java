package org.mailwain.target.graph.internal;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.options.GraphClientOption;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.JsonSerializationWriterFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.target.graph.GraphFailure;
import org.mailwain.target.graph.GraphSettings;

/**
 * Requests of one session, by the SDK's adapter on a client that repeats nothing by itself. Keeps to the mailbox's
 * budget, waits as the service says, renews tokens, and tells refused from unanswered. Any thread may ask; close and
 * cancel end every wait.
 */
final class Wire implements AutoCloseable {
    private static final int READS = 3;
    private static final String NO_AUTHORIZATION = "upload";

    private final GraphSettings settings;
    private final String mailbox;
    private final SignIn.CredentialSource credential;
    private final Budget budget;
    private final Cancel cancel;
    private final OkHttpClient client;
    private final BaseGraphRequestAdapter adapter;
    private final Cancel.Registration registration;
    private final ThreadLocal<Instant> date = new ThreadLocal<>();
    private volatile Failure end;
    private volatile Secret refused;

    Wire(
            GraphSettings settings,
            String mailbox,
            SignIn.CredentialSource credential,
            Budget budget,
            Cancel cancel,
            OkHttpClient shared) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.credential = credential;
        this.budget = budget;
        this.cancel = cancel;
        this.client = shared.newBuilder()
                .dispatcher(new Dispatcher())
                .addInterceptor(this::intercept)
                .build();
        this.adapter = new BaseGraphRequestAdapter(
                (AuthenticationProvider) this::authenticate,
                new JsonParseNodeFactory(),
                new JsonSerializationWriterFactory(),
                client,
                new GraphClientOption(),
                settings.base() + "/v1.0");
        this.registration = cancel.onCancel(client.dispatcher()::cancelAll);
    }

    /** One request, as bytes: the SDK writes a model once only. @param count requests in it */
    record Ask(HttpMethod method, String path, byte[] body, String type, int count) {
        static Ask get(String path) {
            return new Ask(HttpMethod.GET, path, null, null, 1);
        }

        static Ask json(HttpMethod method, String path, byte[] body) {
            return new Ask(method, path, body, "application/json", 1);
        }

        static Ask text(String path, byte[] body) {
            return new Ask(HttpMethod.POST, path, body, "text/plain", 1);
        }

        /** So many requests in one. */
        static Ask batch(String path, byte[] body, int count) {
            return new Ask(HttpMethod.POST, path, body, "application/json", count);
        }

        static Ask empty(HttpMethod method, String path) {
            return new Ask(method, path, null, null, 1);
        }
    }

    BaseGraphRequestAdapter adapter() {
        return adapter;
    }

    GraphSettings settings() {
        return settings;
    }

    String mailbox() {
        return mailbox;
    }

    Cancel cancel() {
        return cancel;
    }

    /** When the service gave its last answer to this thread, by its own clock, to the second. */
    Instant date() {
        Instant last = date.get();
        return last == null ? Instant.now() : last;
    }

    /** @throws FailureException where the session is over */
    void check() throws FailureException {
        cancel.check();
        Failure why = end;
        if (why != null) {
            throw new FailureException(why);
        }
    }

    FailureException end(Failure why) {
        if (end == null) {
            end = why;
        }
        client.dispatcher().cancelAll();
        return new FailureException(why);
    }

    /** Asks for something; what breaks or is lost is tried again a little later. */
    <T extends Parsable> T read(Ask ask, ParsableFactory<T> factory) throws FailureException {
        return reading(ask, information -> adapter.send(information, null, factory));
    }

    /** As it comes; the caller closes it. */
    InputStream stream(Ask ask) throws FailureException {
        return reading(ask, information -> adapter.sendPrimitive(information, null, InputStream.class));
    }

    private <T> T reading(Ask ask, Sender<T> sender) throws FailureException {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(ask, sender);
            } catch (Unanswered e) {
                if (attempt == READS
                        || e.failure().is(GraphFailure.SILENT)
                        || e.failure().is(GraphFailure.CLOSED)) {
                    throw e.ends() ? end(e.failure()) : e;
                }
                pause(Duration.ofMillis(200L * attempt * attempt));
            }
        }
    }

    /** Asks for a change, once. @throws Unanswered where it may or may not have been made */
    <T extends Parsable> T write(Ask ask, ParsableFactory<T> factory) throws FailureException {
        return attempt(ask, information -> adapter.send(information, null, factory));
    }

    /** As {@link #write}, for answers without content. */
    void change(Ask ask) throws FailureException {
        attempt(ask, information -> {
            InputStream answer = adapter.sendPrimitive(information, null, InputStream.class);
            if (answer != null) {
                answer.close();
            }
            return null;
        });
    }

    void hold(Duration time) {
        budget.hold(time);
    }

    /** Sends a piece to an address of the service's, which carries its own permission. */
    void upload(String url, byte[] piece, String range) throws FailureException {
        Request request = new Request.Builder()
                .url(url)
                .tag(String.class, NO_AUTHORIZATION)
                .header("Content-Range", range)
                .put(RequestBody.create(piece, MediaType.get("application/octet-stream")))
                .build();
        budgeted(1, piece.length, () -> {
            try (Response response = client.newCall(request).execute()) {
                return response.code();
            }
        });
    }

    private interface Sender<T> {
        T send(RequestInformation information) throws IOException;
    }

    private interface Exchange<T> {
        T go() throws IOException, FailureException;
    }

    private <T> T attempt(Ask ask, Sender<T> sender) throws FailureException {
        byte[] body = ask.body();
        long upload = ask.method() == HttpMethod.POST && body != null && ask.count() == 1 ? body.length : 0;
        return budgeted(ask.count(), upload, () -> sender.send(information(ask, body)));
    }

    /** A refusal for want of room or of a valid token is no answer to the question: it is asked again. */
    private <T> T budgeted(int count, long upload, Exchange<T> exchange) throws FailureException {
        Duration waited = Duration.ZERO;
        boolean renewed = false;
        while (true) {
            check();
            budget.begin(count, upload, this::check);
            HttpRefusal refusal;
            try {
                check();
                return exchange.go();
            } catch (HttpRefusal e) {
                refusal = e;
            } catch (IOException | RuntimeException e) {
                HttpRefusal inside = cause(e, HttpRefusal.class);
                if (inside == null) {
                    throw lost(e);
                }
                refusal = inside;
            } finally {
                budget.end();
            }
            if (refusal.status() == 429) {
                Duration wait = refusal.retryAfter() == null ? Duration.ofSeconds(5) : refusal.retryAfter();
                waited = waited.plus(wait);
                budget.hold(wait);
                if (waited.compareTo(settings.patience()) > 0) {
                    throw new FailureException(GraphFailure.THROTTLED
                            .with(mailbox, wait)
                            .notBefore(Instant.now().plus(wait)));
                }
            } else if (refusal.status() == 401 && !renewed) {
                renewed = true;
            } else {
                throw Refusals.of(mailbox, refusal);
            }
        }
    }

    private FailureException lost(Exception e) throws CancelledException {
        if (cause(e, Refusal.class) instanceof Refusal own) {
            return own.failure();
        }
        cancel.check();
        if (end != null) {
            return new Unanswered(end, e, true);
        }
        IOException io = cause(e, IOException.class);
        if (io == null) {
            return new Unanswered(
                    GraphFailure.STRANGE.with(mailbox, e.getClass().getSimpleName()), e, false);
        }
        Failure why = io instanceof InterruptedIOException
                ? GraphFailure.SILENT.with(mailbox, settings.timeout())
                : Refusals.unreached(mailbox, settings.address(), io);
        return new Unanswered(why, e, true);
    }

    static <E> E cause(Throwable thrown, Class<E> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    /** Carries a failure of ours through the client. */
    private static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient FailureException failure;

        private Refusal(FailureException failure) {
            super(failure);
            this.failure = failure;
        }

        private FailureException failure() {
            return failure;
        }
    }

    private RequestInformation information(Ask ask, byte[] body) {
        RequestInformation information = new RequestInformation();
        information.httpMethod = ask.method();
        information.setUri(URI.create(ask.path().startsWith("https://") ? ask.path() : settings.base() + ask.path()));
        information.headers.add("Accept", "application/json");
        information.headers.add("Prefer", "IdType=\"ImmutableId\"");
        if (body != null) {
            information.setStreamContent(new ByteArrayInputStream(body), ask.type());
        } else if (ask.method() == HttpMethod.POST) {
            information.setStreamContent(new ByteArrayInputStream(new byte[0]), "application/json");
        }
        return information;
    }

    /** The interceptor puts the token in, since the adapter would give it to any host. */
    private void authenticate(RequestInformation information, Map<String, Object> context) {
        // nothing
    }

    private Response intercept(Interceptor.Chain chain) throws IOException {
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
        String base = settings.base() + "/";
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

    void pause(Duration time) throws FailureException {
        CountDownLatch woken = new CountDownLatch(1);
        try (Cancel.Registration wake = cancel.onCancel(woken::countDown)) {
            woken.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }

    @Override
    public void close() {
        if (end == null) {
            end = GraphFailure.CLOSED.with(mailbox);
        }
        client.dispatcher().cancelAll();
        registration.close();
    }
}
