package org.mailwain.repair.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/** Writes raw bytes in header fields as encoded words (RFC 2047) and parameters (RFC 2231). */
@Component(service = RepairRule.class)
public final class Header8BitRule extends Refused {
    public Header8BitRule() {
        super("header-8bit", 30, "non-?ascii|8.?bit");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        return HeaderRewrite.header(letter)
                .flatMap(header -> header.fields().stream()
                        .filter(field -> !field.isAscii())
                        .findFirst()
                        .map(field -> RepairFailure.HEADER_8BIT.with(field.name(), words(refusal))));
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        return HeaderRewrite.repair(letter, bodies, Header8BitRule::encoded);
    }

    private static Optional<Header> encoded(Header header) {
        if (header.fields().stream().allMatch(Header.Field::isAscii)) {
            return Optional.empty();
        }
        List<Header.Field> fields = header.fields().stream()
                .map(field -> field.isAscii() ? field : EncodedField.of(field))
                .toList();
        return Optional.of(new Header(fields, header.odd(), header.end()));
    }
}
