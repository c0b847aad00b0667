package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;

/** Tries a server step by step. */
public final class Probe {
    private final boolean hasTls;
    private final ProbeSink sink;
    private ProbeSink.Step next = ProbeSink.Step.RESOLVE;

    public Probe(ImapSettings settings, ProbeSink sink) {
        this.hasTls = settings.security() != Security.NONE;
        this.sink = sink;
    }

    /** Makes what opens; may itself find the settings impossible. */
    public interface Maker {
        Opening make() throws FailureException;
    }

    /** @param login null to end before signing in */
    public void run(Maker maker, Login login) throws FailureException {
        Session session = null;
        try {
            session = maker.make().open(login, this::passed);
            if (session != null) {
                List<Folder> folders = new Lister(session).list(true);
                for (Failure remark : remarks(session, folders)) {
                    sink.noticed(remark);
                }
                passed(ProbeSink.Step.FOLDERS, List.of(folders.size()));
            }
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            sink.failed(next, e.failure());
        } finally {
            if (session != null) {
                session.leave();
            }
        }
    }

    private static List<Failure> remarks(Session session, List<Folder> folders) throws FailureException {
        List<Failure> remarks = new ArrayList<>(session.profile.remarks().apply(session.words(), folders));
        if (session.names.root().isPresent() && session.pipeline.has("ACL")) {
            Map<Folder, Rights> rights = new LinkedHashMap<>();
            for (Folder folder : folders) {
                if (folder.selectable()) {
                    rights.put(folder, Rights.ask(session, session.wireName(folder.path())));
                }
            }
            session.pipeline.await();
            rights.forEach((folder, told) -> {
                if (!told.mayRead()) {
                    remarks.add(MailFailure.FOLDER_RIGHTS.with(folder.path(), told.letters()));
                }
            });
        }
        return remarks;
    }

    private void passed(ProbeSink.Step step, List<Object> findings) {
        ProbeSink.Step[] steps = ProbeSink.Step.values();
        int following = step.ordinal() + 1;
        if (following < steps.length) {
            boolean skipped = steps[following] == ProbeSink.Step.TLS && !hasTls;
            next = steps[skipped ? following + 1 : following];
        }
        sink.passed(step, findings.stream().map(Argument::of).toList());
    }
}
