package org.mailwain.signin.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.signin.SignInFailure;

/** A login with names in braces; a brace itself is written twice. Columns are characters from 1. */
final class LoginTemplate {
    private enum Name {
        USER(row -> Optional.of(row.userName())),
        USER_LOCAL(row -> Optional.of(Logins.local(row.userName()))),
        USER_DOMAIN(row -> Logins.domain(row.userName())),
        EMAIL(row -> row.emailAddress().map(MailboxAddress::value)),
        EMAIL_LOCAL(row -> row.emailAddress().map(MailboxAddress::localPart)),
        EMAIL_DOMAIN(Logins::domainOfAddress),
        ROOT(MailboxRow::userRoot),
        ADMIN(row -> Optional.empty());

        private final Function<MailboxRow, Optional<String>> value;

        Name(Function<MailboxRow, Optional<String>> value) {
            this.value = value;
        }

        /** As templates write it: {@code user.local}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /** Text as it is, or a name; the other is null. */
    private record Part(String text, Name name, int column) {}

    private final String template;
    private final boolean withAdministrator;
    private final List<Part> parts = new ArrayList<>();
    private int next;

    private LoginTemplate(String template, boolean withAdministrator) {
        this.template = template;
        this.withAdministrator = withAdministrator;
    }

    static LoginTemplate parse(String template, boolean withAdministrator) throws FailureException {
        LoginTemplate parsed = new LoginTemplate(template, withAdministrator);
        while (parsed.next < template.length()) {
            parsed.part();
        }
        return parsed;
    }

    private void part() throws FailureException {
        char c = template.charAt(next);
        if (c != '{' && c != '}') {
            int end = next;
            while (end < template.length() && template.charAt(end) != '{' && template.charAt(end) != '}') {
                end++;
            }
            parts.add(new Part(template.substring(next, end), null, next + 1));
            next = end;
        } else if (next + 1 < template.length() && template.charAt(next + 1) == c) {
            parts.add(new Part(String.valueOf(c), null, next + 1));
            next += 2;
        } else if (c == '}') {
            throw SignInFailure.TEMPLATE_CLOSE.raise(template, next + 1);
        } else {
            name();
        }
    }

    private void name() throws FailureException {
        int end = template.indexOf('}', next);
        if (end < 0) {
            throw SignInFailure.TEMPLATE_OPEN.raise(template, next + 1);
        }
        String word = template.substring(next + 1, end);
        Optional<Name> name = names(withAdministrator).stream()
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (name.isEmpty()) {
            String known = names(withAdministrator).stream().map(Name::word).collect(Collectors.joining(", "));
            throw SignInFailure.TEMPLATE_NAME.raise(template, next + 2, word, known);
        }
        parts.add(new Part(null, name.get(), next + 1));
        next = end + 1;
    }

    private static List<Name> names(boolean withAdministrator) {
        return Arrays.stream(Name.values())
                .filter(name -> withAdministrator || name != Name.ADMIN)
                .toList();
    }

    /** @param administrator empty text where there is none, which no name then asks for */
    String fill(MailboxRow row, String administrator) throws FailureException {
        StringBuilder login = new StringBuilder();
        for (Part part : parts) {
            if (part.name() == null) {
                login.append(part.text());
            } else if (part.name() == Name.ADMIN) {
                login.append(administrator);
            } else {
                login.append(value(part, row));
            }
        }
        return login.toString();
    }

    private static String value(Part part, MailboxRow row) throws FailureException {
        Optional<String> value = part.name().value.apply(row).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            throw SignInFailure.TEMPLATE_VALUE.raise(part.name().word(), part.column(), row.label(), row.line());
        }
        return value.get();
    }
}
