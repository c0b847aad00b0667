package org.mailwain.repair.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/**
 * Renames the fields that ask for a read receipt (RFC 8098 section 2.1): Exchange would send receipts again for old mail
 * that is read or removed after the migration.
 */
@Component(service = RepairRule.class)
public final class ReadReceiptsRule implements RepairRule {
    private static final List<String> ASKING =
            List.of("Disposition-Notification-To", "X-Confirm-Reading-To", "Return-Receipt-To");
    private static final String INSTEAD = "X-Was-";

    @Override
    public String id() {
        return "read-receipts";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean ahead() {
        return true;
    }

    private static boolean asks(Header.Field field) {
        return ASKING.stream().anyMatch(field::is);
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        return HeaderRewrite.header(letter)
                .flatMap(header -> header.fields().stream()
                        .filter(ReadReceiptsRule::asks)
                        .findFirst()
                        .map(field -> RepairFailure.RECEIPT.with(field.raw().strip(), Refused.words(refusal))));
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        return HeaderRewrite.repair(letter, bodies, ReadReceiptsRule::disarmed);
    }

    private static Optional<Header> disarmed(Header header) {
        if (header.fields().stream().noneMatch(ReadReceiptsRule::asks)) {
            return Optional.empty();
        }
        List<Header.Field> fields = new ArrayList<>();
        for (Header.Field field : header.fields()) {
            fields.add(asks(field) ? Header.Field.of(INSTEAD + field.name(), field.raw()) : field);
        }
        return Optional.of(new Header(fields, header.odd(), header.end()));
    }
}
