package org.mailwain.simulator.graph.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.mailwain.simulator.graph.Faults;
import org.mailwain.simulator.graph.Faults.Effect;
import org.mailwain.simulator.graph.Logged;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.Tenant;
import org.mailwain.simulator.graph.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request: reads it, lets the faults happen, checks the token, throttles, and hands it on. */
public final class Dispatcher implements HttpHandler {
    /** The audience of tokens for Graph, whatever the address is. */
    static final String AUDIENCE = "https://graph.microsoft.com";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LARGEST = 4 << 20;

    private final SimulatorOptions options;
    private final Tenant tenant;
    private final Tokens tokens;
    private final TokenCalls signIn;
    private final Throttle throttle;
    private final Faults faults;
    private final Consumer<Logged> log;
    private final DirectoryCalls directory;
    private final AttachmentCalls attaching;
    private final MailCalls mail;

    public Dispatcher(
            String base,
            SimulatorOptions options,
            Tenant tenant,
            Tokens tokens,
            TokenCalls signIn,
            Faults faults,
            Consumer<Logged> log) {
        this.options = options;
        this.tenant = tenant;
        this.tokens = tokens;
        this.signIn = signIn;
        this.faults = faults;
        this.log = log;
        this.throttle = new Throttle(options.limits(), System::nanoTime);
        this.directory = new DirectoryCalls(base);
        this.attaching = new AttachmentCalls(base, this::meter);
        this.mail = new MailCalls(base, new CreateCalls(options, attaching), attaching, options.clock());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            handled(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the simulator failed", e);
        } finally {
            exchange.close();
        }
    }

    private void handled(HttpExchange exchange) throws IOException, InterruptedException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        byte[] body = read(exchange.getRequestBody());
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        boolean ofGraph = path.startsWith("/v1.0/") || path.startsWith("/beta/") || path.startsWith("/upload/");
        String token = bearer(headers);
        Effect effect = ofGraph ? faults.pass(method, path, token) : null;
        long begin = System.nanoTime();
        Answer answer = before(effect);
        boolean cut = effect instanceof Effect.Cut;
        if (effect instanceof Effect.Stall) {
            faults.stall();
            return;
        } else if (cut) {
            return;
        }
        if (answer == null) {
            answer = ofGraph
                    ? graph(method, exchange.getRequestURI(), headers, body)
                    : signIn.answer(method, path, method.equals("GET") ? query(exchange.getRequestURI()) : body);
        }
        log.accept(new Logged(begin, System.nanoTime(), method, path, answer.status(), retryAfter(answer)));
        if (effect instanceof Effect.CutAfter) {
            return;
        } else if (effect instanceof Effect.StallAfter) {
            faults.stall();
            return;
        } else if (effect instanceof Effect.FailAfter fail) {
            answer = new GraphError(fail.status(), "UnknownError", "").answer();
        }
        send(exchange, answer);
    }

    private static byte[] query(URI uri) {
        return uri.getRawQuery() == null ? new byte[0] : uri.getRawQuery().getBytes(StandardCharsets.US_ASCII);
    }

    private static int retryAfter(Answer answer) {
        return Integer.parseInt(answer.headers().getOrDefault("Retry-After", "-1"));
    }

    private static Answer before(Effect effect) {
        if (!(effect instanceof Effect.Fail fail)) {
            return null;
        }
        if (!fail.html()) {
            return new GraphError(fail.status(), fail.code(), "As told.", fail.retryAfter()).answer();
        }
        byte[] page = "<html><body>Service unavailable</body></html>".getBytes(StandardCharsets.US_ASCII);
        return new Answer(fail.status(), Map.of("Content-Type", "text/html"), page);
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() <= LARGEST) {
                out.write(buffer, 0, n);
            }
        }
        return out.toByteArray();
    }

    private static String bearer(Map<String, String> headers) {
        String authorization = headers.getOrDefault("authorization", "");
        return authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    }

    private Answer graph(String method, URI uri, Map<String, String> headers, byte[] body) {
        try {
            if (uri.getPath().startsWith("/upload/")) {
                return upload(uri.getPath().substring("/upload/".length()), headers, body);
            } else if (body.length > LARGEST) {
                throw new GraphError(413, "RequestEntityTooLarge", "The request is larger than 4 MB.");
            }
            Bearer bearer = tokens.check(bearer(headers), AUDIENCE);
            if (uri.getPath().endsWith("/$batch") && method.equals("POST")) {
                String version = uri.getPath().substring(0, uri.getPath().lastIndexOf('/'));
                return BatchCalls.answer(
                        body,
                        (inner, url, its, content) -> inner(inner, URI.create(version + url), its, content, bearer));
            }
            return one(method, uri, headers, body, bearer, true);
        } catch (GraphError e) {
            return e.answer();
        }
    }

    private Answer inner(String method, URI uri, Map<String, String> headers, byte[] body, Bearer bearer) {
        long begin = System.nanoTime();
        Answer answer = one(method, uri, headers, body, bearer, false);
        log.accept(new Logged(begin, System.nanoTime(), method, uri.getPath(), answer.status(), retryAfter(answer)));
        return answer;
    }

    private Answer one(String method, URI uri, Map<String, String> headers, byte[] body, Bearer bearer, boolean alone) {
        try {
            List<String> path = new ArrayList<>();
            for (String segment : uri.getRawPath().substring(1).split("/")) {
                path.add(URLDecoder.decode(segment, StandardCharsets.UTF_8));
            }
            String version = path.removeFirst();
            Query query = Query.of(uri.getRawQuery());
            Call call = new Call(method, version, path, query, headers, body, bearer, tenant);
            return inMailbox(path) ? mail(call, alone) : elsewhere(call);
        } catch (GraphError e) {
            return e.answer();
        }
    }

    private static boolean inMailbox(List<String> path) {
        int at = path.getFirst().equals("me") ? 1 : 2;
        return path.size() > at && List.of("mailFolders", "messages").contains(path.get(at));
    }

    private Answer elsewhere(Call call) {
        Answer answer = directory.answer(call);
        if (answer == null) {
            throw GraphError.bad(
                    "BadRequest",
                    "Resource not found for the segment '" + call.path().getLast() + "'.");
        }
        return answer;
    }

    /** A piece of a message counts as what makes one. */
    private Answer upload(String id, Map<String, String> headers, byte[] body) {
        Throttle.Meter meter = attaching.meter(id);
        if (meter == null) {
            return attaching.upload(id, headers, body);
        }
        meter.begin(body.length);
        try {
            return attaching.upload(id, headers, body);
        } finally {
            meter.end();
        }
    }

    private Throttle.Meter meter(Call call) {
        boolean me = call.path().getFirst().equals("me");
        User user = me ? call.bearer().user() : tenant.find(call.path().get(1));
        return throttle.meter(call.bearer().client().toString(), user.principalName());
    }

    /** @param alone whether it is a request of its own; what comes in a batch waits for its turn by itself */
    private Answer mail(Call call, boolean alone) {
        boolean me = call.path().getFirst().equals("me");
        User user = me ? call.bearer().user() : tenant.find(call.path().get(1));
        if (user == null) {
            throw new GraphError(404, "ErrorInvalidUser", "The requested user is invalid.");
        }
        List<String> rest = call.path().subList(me ? 1 : 2, call.path().size());
        Throttle.Meter meter = meter(call);
        long upload = call.method().equals("POST") ? call.body().length : 0;
        if (!alone) {
            meter.count(upload);
            return mail.answer(call, user, rest);
        }
        meter.begin(upload);
        try {
            return mail.answer(call, user, rest);
        } finally {
            meter.end();
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        String correlation = exchange.getRequestHeaders().getFirst("client-request-id");
        if (correlation != null) {
            exchange.getResponseHeaders().set("client-request-id", correlation);
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders()
                .set(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(options.clock()).withZoneSameInstant(ZoneOffset.UTC)));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }
}
