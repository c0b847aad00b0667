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
 * Gives a message a header that can be read (RFC 5322 section 2.1): an empty message gets one, the last line of a header
 * its end, a field no blank before its colon, and before a line that is none of a header the body begins.
 */
@Component(service = RepairRule.class)
public final class HeaderRule extends Refused {
    private static final byte[] NEWLINE = {'\r', '\n'};
    private static final int LONGEST_SHOWN = 60;

    public HeaderRule() {
        super("header", 50, "invalid header|\\bheader|\\bempty\\b|0 bytes|zero");
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
        return HeaderRewrite.header(letter)
                .filter(HeaderRule::isFlawed)
                .map(header -> RepairFailure.HEADER.with(shown(header), words(refusal)));
    }

    private static boolean isFlawed(Header header) {
        return header.fields().isEmpty()
                || header.odd() != null
                || header.end().length == 0
                || header.fields().stream().anyMatch(Header.Field::hasBlankBeforeColon);
    }

    private static String shown(Header header) {
        String odd = header.odd() != null
                ? header.odd()
                : header.fields().stream()
                        .filter(Header.Field::hasBlankBeforeColon)
                        .findFirst()
                        .map(field -> field.name() + " :")
                        .orElse("");
        return odd.length() <= LONGEST_SHOWN ? odd : odd.substring(0, LONGEST_SHOWN);
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
            throws IOException, CancelledException {
        return HeaderRewrite.repair(letter, bodies, HeaderRule::mended);
    }

    private static Optional<Header> mended(Header header) {
        if (!isFlawed(header)) {
            return Optional.empty();
        }
        List<Header.Field> fields = new ArrayList<>();
        header.fields().forEach(field -> fields.add(ended(field)));
        if (fields.isEmpty()) {
            fields.add(Header.Field.of("MIME-Version", " 1.0\r\n"));
        }
        byte[] end = header.end().length == 0 ? NEWLINE : header.end();
        return Optional.of(new Header(fields, header.odd(), end));
    }

    /** A field at the very end may lack its line end, and any may have blanks before its colon. */
    private static Header.Field ended(Header.Field field) {
        byte[] bytes = field.bytes();
        boolean ends = bytes[bytes.length - 1] == '\n';
        if (ends && !field.hasBlankBeforeColon()) {
            return field;
        }
        return Header.Field.of(field.name(), ends ? field.raw() : field.raw() + "\r\n");
    }
}
