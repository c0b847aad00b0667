package org.mailwain.mail.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Login;
import org.mailwain.mail.MailFailure;

/** Looks for the shared folder that is a row's mailbox, and whether it may be read (RFC 4314). */
final class RootSearch {
    private final Session session;
    private final Login login;

    RootSearch(Session session, Login login) {
        this.session = session;
        this.login = login;
    }

    /** @return the name on the wire; empty where the mailbox is the personal namespace */
    Optional<String> find(List<String> prefixes) throws FailureException {
        List<String> names = session.profile.root().names(login, prefixes);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Simple> answers = new ArrayList<>();
        for (String name : names) {
            Simple answer = new Simple("LIST");
            byte[] wire = session.names.wholeName(name);
            session.pipeline.send(answer, words -> words.text("LIST \"\" ").string(wire));
            answers.add(answer);
        }
        session.pipeline.await();
        for (int i = 0; i < names.size(); i++) {
            byte[] wire = session.names.wholeName(names.get(i));
            if (answers.get(i).isOk() && isListed(answers.get(i), wire)) {
                mayRead(wire);
                return Optional.of(text(wire));
            }
        }
        throw MailFailure.ROOT_MISSING.raise(
                login.userRoot().orElse(login.mailbox()),
                String.join(", ", names),
                login.signIn().authenticationId());
    }

    private boolean isListed(Simple answer, byte[] wire) throws FailureException {
        for (IMAPResponse response : answer.responses()) {
            WireName.rootDelimiter(response, session);
            if (WireName.same(WireName.read(response, session), wire)) {
                return true;
            }
        }
        return false;
    }

    private void mayRead(byte[] wire) throws FailureException {
        if (!session.pipeline.has("ACL")) {
            return;
        }
        Rights rights = Rights.ask(session, wire);
        session.pipeline.await();
        if (!rights.mayRead()) {
            throw MailFailure.ROOT_CLOSED.raise(
                    text(wire), rights.letters(), login.signIn().authenticationId());
        }
    }

    private static String text(byte[] wire) {
        return new String(wire, StandardCharsets.ISO_8859_1);
    }
}
