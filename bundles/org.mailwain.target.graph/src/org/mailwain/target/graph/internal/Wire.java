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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
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

    private final GraphSettings settings;
    private final String mailbox;
    private final Budget budget;
    private final Turns turns;
    private final Access access;
    private final Cancel cancel;
    private final OkHttpClient client;
    private final BaseGraphRequestAdapter adapter;
    private final Cancel.Registration registration;
    private volatile Failure end;

    Wire(
            GraphSettings settings,
            String mailbox,
            SignIn.CredentialSource credential,
            Budget budget,
            Cancel cancel,
            OkHttpClient shared) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.budget = budget;
        this.turns = new Turns(mailbox, budget, settings.patience());
        this.access = new Access(settings.base(), credential);
        this.cancel = cancel;
        this.client = shared.newBuilder()
                .dispatcher(new Dispatcher())
                .addInterceptor(access)
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
        return access.date();
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
                boolean over =
                        e.failure().is(GraphFailure.SILENT) || e.failure().is(GraphFailure.CLOSED);
                if (attempt == READS || over || !turns.isWorthWaiting(e.failure())) {
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
                .tag(String.class, Access.NONE)
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

    private <T> T attempt(Ask ask, Sender<T> sender) throws FailureException {
        byte[] body = ask.body();
        long upload = ask.method() == HttpMethod.POST && body != null && ask.count() == 1 ? body.length : 0;
        return budgeted(ask.count(), upload, () -> sender.send(information(ask, body)));
    }

    private <T> T budgeted(int count, long upload, Turns.Exchange<T> exchange) throws FailureException {
        try {
            return turns.take(count, upload, this::check, exchange);
        } catch (IOException | RuntimeException e) {
            throw lost(e);
        }
    }

    private FailureException lost(Exception e) throws CancelledException {
        if (Causes.of(e, Access.Refusal.class) instanceof Access.Refusal own) {
            return own.failure();
        }
        cancel.check();
        if (end != null) {
            return new Unanswered(end, e, true);
        }
        IOException io = Causes.of(e, IOException.class);
        if (io == null) {
            return new Unanswered(
                    GraphFailure.STRANGE.with(mailbox, e.getClass().getSimpleName()), e, false);
        }
        Failure why = io instanceof InterruptedIOException
                ? GraphFailure.SILENT.with(mailbox, settings.timeout())
                : Refusals.unreached(mailbox, settings.address(), io);
        return new Unanswered(why, e, true);
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
