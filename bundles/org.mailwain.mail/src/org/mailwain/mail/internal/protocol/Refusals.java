package org.mailwain.mail.internal.protocol;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Address;

/** What a server's NO, BAD or BYE means: response codes first (RFC 5530), then the words that servers are known to use. */
public final class Refusals {
    private final Address address;
    private final Clock clock;
    private String who = "";
    private Set<String> worked = Set.of();

    Refusals(Address address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /**
     * Where a mailbox was seen behind a sign-in once, none is a matter of the moment.
     *
     * @param name of the sign-in
     * @param seen names of those behind which there was one, of all sessions
     */
    public void of(String name, Set<String> seen) {
        who = name;
        worked = seen;
    }

    /** There is a mailbox. */
    public void worked() {
        if (!who.isEmpty()) {
            worked.add(who);
        }
    }

    Failure bye(Reply reply) {
        if (reply.has("REFERRAL")) {
            return MailFailure.REDIRECTED.with(address, reply.words());
        }
        return limits(reply)
                .map(f -> f.at(Scope.MAILBOX))
                .orElseGet(() -> MailFailure.CONNECTION_BYE.with(address, reply.words()));
    }

    Failure greetingBye(Reply reply) {
        if (reply.has("REFERRAL")) {
            return MailFailure.REDIRECTED.with(address, reply.words());
        }
        return limits(reply)
                .map(f -> f.at(Scope.ENDPOINT))
                .orElseGet(() -> MailFailure.GREETING_BYE.with(address, reply.words()));
    }

    /** A limit of the server's, whatever the command was. */
    public Optional<Failure> limits(Reply reply) {
        String words = reply.text().toLowerCase(Locale.ROOT);
        Matcher hint = Known.BACK_OFF.matcher(reply.text());
        if (hint.find()) {
            Duration wait = Duration.ofMillis(Long.parseLong(hint.group(1)));
            Failure failure = MailFailure.THROTTLED.with(reply.words());
            return Optional.of(failure.notBefore(clock.instant().plus(wait)));
        }
        if (words.contains("authenticated but not connected")) {
            MailFailure which = worked.contains(who) ? MailFailure.SIGN_IN_CROWDED : MailFailure.SIGN_IN_EMPTY;
            return Optional.of(which.with(reply.words()));
        }
        return switch (reply.code()) {
            case "THROTTLED" -> Optional.of(MailFailure.THROTTLED.with(reply.words()));
            case "LIMIT" -> Optional.of(MailFailure.LIMIT.with(reply.words()));
            case "INUSE" -> Optional.of(MailFailure.IN_USE.with(reply.words()));
            case "UNAVAILABLE" -> Optional.of(MailFailure.UNAVAILABLE.with(reply.words()));
            case "OVERQUOTA" -> Optional.of(MailFailure.OVER_QUOTA.with(reply.words()));
            default -> {
                if (Known.THROTTLED.matcher(words).find()) {
                    yield Optional.of(MailFailure.THROTTLED.with(reply.words()));
                } else if (Known.TOO_MANY.matcher(words).find()) {
                    yield Optional.of(MailFailure.LIMIT.with(reply.words()));
                } else if (Known.QUOTA.matcher(words).find()) {
                    yield Optional.of(MailFailure.OVER_QUOTA.with(reply.words()));
                }
                yield Optional.empty();
            }
        };
    }

    /** A refused sign-in. */
    public Failure signIn(Reply reply, String user) {
        if (reply.has("REFERRAL")) {
            return MailFailure.REDIRECTED.with(address, reply.words());
        }
        String words = reply.words();
        return switch (reply.code()) {
            case "AUTHENTICATIONFAILED" -> MailFailure.SIGN_IN_REJECTED.with(user, words);
            case "EXPIRED" -> MailFailure.SIGN_IN_EXPIRED.with(user, words);
            case "AUTHORIZATIONFAILED", "PRIVACYREQUIRED", "CONTACTADMIN", "NOPERM" ->
                MailFailure.SIGN_IN_NOT_ALLOWED.with(user, words);
            case "UNAVAILABLE", "SERVERBUG" -> MailFailure.SIGN_IN_UNAVAILABLE.with(user, words);
            default -> limits(reply).orElseGet(() -> MailFailure.SIGN_IN_REJECTED.with(user, words));
        };
    }

    /** A refused command on a folder. */
    public Failure folder(Reply reply, Object folder) {
        return limits(reply).orElseGet(() -> switch (reply.code()) {
            case "NONEXISTENT", "TRYCREATE" -> MailFailure.FOLDER_MISSING.with(folder);
            case "NOPERM" -> MailFailure.FOLDER_NO_PERMISSION.with(folder, reply.words());
            case "READ-ONLY" -> MailFailure.FOLDER_READ_ONLY.with(folder);
            case "CANNOT" -> MailFailure.FOLDER_NAME.with(folder, reply.words());
            default -> MailFailure.FOLDER_COMMAND.with(folder, reply.words());
        });
    }

    /** A refused FETCH of messages. */
    public Failure fetch(Reply reply, Object folder) {
        return switch (reply.code()) {
            case "NONEXISTENT", "TRYCREATE", "NOPERM" -> folder(reply, folder);
            default -> limits(reply).orElseGet(() -> MailFailure.MESSAGE_UNREADABLE.with(reply.words()));
        };
    }

    /** A refused APPEND. */
    public Failure append(Reply reply, Object folder, long size, long limit) {
        return switch (reply.code()) {
            case "TOOBIG" -> MailFailure.MESSAGE_TOO_LARGE.with(new Argument.Size(size), new Argument.Size(limit));
            case "NONEXISTENT", "TRYCREATE", "NOPERM", "READ-ONLY" -> folder(reply, folder);
            default -> limits(reply).orElseGet(() -> appended(reply, folder, new Argument.Size(size)));
        };
    }

    private static Failure appended(Reply reply, Object folder, Argument.Size size) {
        String words = reply.text();
        if (Known.DENIED.matcher(words).find()) {
            return MailFailure.FOLDER_NO_PERMISSION.with(folder, reply.words());
        }
        if (Known.ARGUMENT.matcher(words).find()) {
            return MailFailure.MESSAGE_ARGUMENT.with(reply.words(), size);
        }
        return Known.MAXIMUM.matcher(words).find()
                ? MailFailure.MESSAGE_MAXIMUM.with(reply.words(), size)
                : MailFailure.MESSAGE_REFUSED.with(reply.words());
    }

    /** Any other refused command. */
    public Failure command(Reply reply, String command) {
        return limits(reply).orElseGet(() -> MailFailure.COMMAND_REFUSED.with(command, reply.words()));
    }

    /** Compiled when a server first refuses something. */
    private static final class Known {
        static final Pattern BACK_OFF =
                Pattern.compile("Suggested Backoff Time:\\s*(\\d{1,9})\\s*milliseconds", Pattern.CASE_INSENSITIVE);
        static final Pattern THROTTLED = Pattern.compile(
                "throttl|rate.?limit|bandwidth limits|slow down|try again later|too many (requests|commands)");
        static final Pattern TOO_MANY = Pattern.compile("too many (simultaneous )?connections|maximum number of conn");
        /** Exchange online, with the limit of the mailbox or of the account that signed in. */
        static final Pattern MAXIMUM = Pattern.compile(
                "maximum size|(exceeds|larger than) .*(size|limit)|message.*too (large|big)", Pattern.CASE_INSENSITIVE);
        /** Exchange; a number may stand behind it. */
        static final Pattern ARGUMENT = Pattern.compile("command argument error", Pattern.CASE_INSENSITIVE);

        /** Cyrus, which names no code: a right on the folder is missing, whatever the message. */
        static final Pattern DENIED = Pattern.compile("^permission denied\\.?$", Pattern.CASE_INSENSITIVE);

        static final Pattern QUOTA = Pattern.compile("over ?quota|quota exceeded|mailbox (is )?full");

        private Known() {}
    }
}
