package org.mailwain.operations.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.tenant.TenantUser;

/** Finds the user of each row by rules in their order. Pure: equal questions have equal answers. */
final class Matcher {
    private static final String BY_HAND = "hand";

    private final List<TenantUser> users;
    private final List<MatchRule> rules;

    Matcher(List<TenantUser> users, List<MatchRule> rules) {
        this.users = users;
        this.rules = rules;
    }

    /** A row that has an address was matched by a person, unless a rule stands beside it. */
    static boolean isByHand(MailboxRow row) {
        String by = row.person().matchedBy();
        return by.equalsIgnoreCase(BY_HAND) || row.emailAddress().isPresent() && by.isEmpty();
    }

    List<Matched> match(List<MailboxRow> rows) {
        List<Matched> all = new ArrayList<>();
        for (MailboxRow row : rows) {
            all.add(isByHand(row) ? byHand(row) : byRules(row));
        }
        return apart(all);
    }

    private static Matched byHand(MailboxRow row) {
        List<String> address =
                row.emailAddress().map(MailboxAddress::value).stream().toList();
        return new Matched(row.line(), row.userName(), Matched.State.BY_HAND, "", address);
    }

    private Matched byRules(MailboxRow row) {
        for (MatchRule rule : rules) {
            List<String> fit = users.stream()
                    .filter(user -> rule.fits(row, user))
                    .map(Matcher::address)
                    .distinct()
                    .toList();
            if (!fit.isEmpty()) {
                Matched.State state = fit.size() == 1 ? Matched.State.MATCHED : Matched.State.AMBIGUOUS;
                return new Matched(row.line(), row.userName(), state, rule.name(), fit);
            }
        }
        return new Matched(row.line(), row.userName(), Matched.State.UNMATCHED, "", List.of());
    }

    private static String address(TenantUser user) {
        return user.address().map(MailboxAddress::value).orElse(user.login());
    }

    /** Two rows that lead to one mailbox without a person's word are no match. */
    private static List<Matched> apart(List<Matched> all) {
        Map<String, Integer> claims = new HashMap<>();
        Set<String> byHand = new HashSet<>();
        for (Matched one : all) {
            for (String address : one.state() == Matched.State.MATCHED ? one.addresses() : List.<String>of()) {
                claims.merge(address, 1, Integer::sum);
            }
            if (one.state() == Matched.State.BY_HAND) {
                byHand.addAll(one.addresses());
            }
        }
        return all.stream()
                .map(one -> {
                    boolean contended = one.state() == Matched.State.MATCHED
                            && (claims.get(one.addresses().getFirst()) > 1
                                    || byHand.contains(one.addresses().getFirst()));
                    return contended
                            ? new Matched(
                                    one.line(), one.userName(), Matched.State.AMBIGUOUS, one.rule(), one.addresses())
                            : one;
                })
                .toList();
    }
}
