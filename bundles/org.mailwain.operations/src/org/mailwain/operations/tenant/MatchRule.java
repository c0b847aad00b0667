package org.mailwain.operations.tenant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.tenant.TenantUser;

/** One way to tell which user of a tenant a row of a list means. */
public sealed interface MatchRule {
    /** As it is written on a command line and in the column MatchedBy. */
    String name();

    boolean fits(MailboxRow row, TenantUser user);

    /** The row's login is the user's primary address. */
    record Address() implements MatchRule {
        @Override
        public String name() {
            return "address";
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            return user.address().isPresent()
                    && MailboxAddress.of(row.userName()).equals(user.address());
        }
    }

    /** The row's login is one of the user's addresses. */
    record Proxy() implements MatchRule {
        @Override
        public String name() {
            return "proxy";
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            return MailboxAddress.of(row.userName())
                    .filter(user.others()::contains)
                    .isPresent();
        }
    }

    /** The row's login is the user's login. */
    record Login() implements MatchRule {
        @Override
        public String name() {
            return "login";
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            return row.userName().equalsIgnoreCase(user.login());
        }
    }

    /** The row's names are the user's display name, accents and case aside. */
    record Name() implements MatchRule {
        @Override
        public String name() {
            return "name";
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            String wanted = plain(user.displayName());
            String both = row.person().firstName() + " " + row.person().lastName();
            return !wanted.isEmpty()
                    && (wanted.equals(plain(row.person().displayName())) || wanted.equals(plain(both)));
        }
    }

    /** What stands before the {@code @} of the row's login, in another domain. */
    record LocalPart(String domain) implements MatchRule {
        @Override
        public String name() {
            return "local@" + domain;
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            return named(user, local(row) + "@" + domain);
        }
    }

    /** An address made of {@code {local}}, {@code {first}} and {@code {last}}. */
    record Pattern(String text) implements MatchRule {
        @Override
        public String name() {
            return text;
        }

        @Override
        public boolean fits(MailboxRow row, TenantUser user) {
            String first = plain(row.person().firstName());
            String last = plain(row.person().lastName());
            boolean empty = text.contains("{first}") && first.isEmpty() || text.contains("{last}") && last.isEmpty();
            String made = text.replace("{local}", local(row))
                    .replace("{first}", first)
                    .replace("{last}", last);
            return !empty && named(user, made);
        }
    }

    private static String local(MailboxRow row) {
        int at = row.userName().indexOf('@');
        return at < 0 ? row.userName() : row.userName().substring(0, at);
    }

    private static boolean named(TenantUser user, String address) {
        Optional<MailboxAddress> wanted = MailboxAddress.of(address);
        return wanted.isPresent()
                && Stream.concat(
                                Stream.of(MailboxAddress.of(user.login()), user.address())
                                        .flatMap(Optional::stream),
                                user.others().stream())
                        .anyMatch(wanted.get()::equals);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Those that are tried where nothing else is said. */
    List<MatchRule> DEFAULT = List.of(new Address(), new Proxy(), new Login(), new Name());

    /** @throws FailureException {@link TenantFailure#NO_SUCH_RULE} */
    static List<MatchRule> parse(List<String> names) throws FailureException {
        List<MatchRule> rules = new ArrayList<>();
        for (String name : names) {
            rules.add(
                    switch (name) {
                        case "address" -> new Address();
                        case "proxy" -> new Proxy();
                        case "login" -> new Login();
                        case "name" -> new Name();
                        default -> other(name);
                    });
        }
        return rules.isEmpty() ? DEFAULT : rules;
    }

    private static MatchRule other(String name) throws FailureException {
        if (name.startsWith("local@") && name.length() > 6) {
            return new LocalPart(name.substring(6));
        } else if (name.contains("{") && name.contains("@")) {
            return new Pattern(name);
        }
        throw TenantFailure.NO_SUCH_RULE.raise(name);
    }
}
