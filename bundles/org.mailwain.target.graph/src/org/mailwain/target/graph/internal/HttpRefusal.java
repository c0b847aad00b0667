package org.mailwain.target.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.Response;

/**
 * An answer that is no success. Thrown before the SDK sees the answer, since it loses the status where the body is not
 * JSON.
 */
final class HttpRefusal extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 16_384;
    private static final int WORDS = 300;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int status;
    private final String code;
    private final String words;
    private final Duration retryAfter;

    private HttpRefusal(int status, String code, String words, Duration retryAfter) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
        this.words = words;
        this.retryAfter = retryAfter;
    }

    static HttpRefusal of(Response response) throws IOException {
        String body = response.peekBody(MOST).string();
        Duration wait = retryAfter(response.header("Retry-After"));
        try {
            return of(response.code(), MAPPER.readTree(body), wait);
        } catch (IOException notJson) {
            return new HttpRefusal(response.code(), "", "", wait);
        }
    }

    /** @param body with {@code error} in it; @param wait null where the answer says nothing of it */
    static HttpRefusal of(int status, JsonNode body, Duration wait) {
        JsonNode error = body.path("error");
        return new HttpRefusal(
                status,
                word(error.path("code").asText()),
                line(error.path("message").asText()),
                wait);
    }

    private static String word(String text) {
        return line(text).replaceAll("[^A-Za-z0-9_.-]", "");
    }

    private static String line(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.length() > WORDS ? one.substring(0, WORDS) : one;
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); null where there is neither. */
    static Duration retryAfter(String text) {
        if (text == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip())));
        } catch (NumberFormatException notSeconds) {
            try {
                Instant at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                Duration wait = Duration.between(Instant.now(), at);
                return wait.isNegative() ? Duration.ZERO : wait;
            } catch (DateTimeParseException neither) {
                return null;
            }
        }
    }

    int status() {
        return status;
    }

    /** The service's own name for it, empty where there was none. */
    String code() {
        return code;
    }

    boolean is(String other) {
        return code.equalsIgnoreCase(other);
    }

    /** Code and message in one line, for people. */
    String said() {
        return words.isEmpty() ? code : code + " " + words;
    }

    /** Null where the answer named no time. */
    Duration retryAfter() {
        return retryAfter;
    }
}
