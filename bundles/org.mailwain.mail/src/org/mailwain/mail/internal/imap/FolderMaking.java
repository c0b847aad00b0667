package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Reply;

/** Makes folders that are missing: all CREATE, SUBSCRIBE and SELECT are sent before the first is answered. */
final class FolderMaking {
    private static final Map<SpecialUse, String> USES = Map.of(
            SpecialUse.SENT, "\\Sent",
            SpecialUse.DRAFTS, "\\Drafts",
            SpecialUse.JUNK, "\\Junk",
            SpecialUse.TRASH, "\\Trash",
            SpecialUse.ARCHIVE, "\\Archive");

    private final Session session;

    FolderMaking(Session session) {
        this.session = session;
    }

    List<EnsuredFolder> run(List<FolderWish> wishes) throws FailureException {
        Map<FolderPath, Folder> tree = session.tree();
        List<One> all = new ArrayList<>();
        for (FolderWish wish : wishes) {
            all.add(new One(wish, tree.get(wish.path())));
        }
        // parents first, whatever the order of the wishes
        for (One one : all.stream()
                .sorted(Comparator.comparingInt(o -> o.wish.path().depth()))
                .toList()) {
            one.send();
        }
        session.pipeline.await();
        List<EnsuredFolder> ensured = new ArrayList<>();
        for (One one : all) {
            ensured.add(one.ensured());
        }
        return ensured;
    }

    /** One wish. */
    private final class One {
        private final FolderWish wish;
        private final boolean isThere;
        private final boolean isSubscribed;
        private final Failure impossible;
        private final Made made = new Made();
        private Selection selection;

        One(FolderWish wish, Folder listed) {
            this.wish = wish;
            this.isThere = listed != null && listed.selectable();
            this.isSubscribed = listed != null && listed.subscribed();
            Optional<String> why = isThere ? Optional.empty() : session.names.impossible(wish.path());
            this.impossible =
                    why.map(w -> MailFailure.FOLDER_NAME.with(wish.path(), w)).orElse(null);
        }

        void send() throws FailureException {
            if (impossible != null) {
                return;
            }
            if (!isThere) {
                create(wish.path(), use(), made);
            }
            if (wish.subscribe() && !isSubscribed) {
                byte[] name = session.wireName(wish.path());
                session.pipeline.send(
                        Simple.none(), words -> words.text("SUBSCRIBE ").string(name));
            }
            selection = session.select(wish.path(), true);
        }

        private String use() {
            String use = wish.use().map(USES::get).orElse(null);
            return use == null || !session.pipeline.has("CREATE-SPECIAL-USE") ? "" : " (USE (" + use + "))";
        }

        EnsuredFolder ensured() throws FailureException {
            if (impossible != null) {
                return new EnsuredFolder(wish.path(), false, null, impossible);
            }
            if (isThere && selection.failed() && selection.failure().is(MailFailure.FOLDER_MISSING)) {
                // somebody removed it since it was listed
                again();
            } else if (made.isRefused() && selection.failed()) {
                parents();
                again();
            }
            if (made.isRefused() && selection.failed()) {
                Failure limit = session.pipeline.refusals().limits(made.reply).orElse(null);
                Failure failure =
                        limit != null ? limit : MailFailure.FOLDER_REFUSED.with(wish.path(), made.reply.words());
                return new EnsuredFolder(wish.path(), false, null, session.obey(failure));
            }
            boolean created = made.reply != null && made.reply.isOk();
            if (!selection.failed()) {
                boolean subscribed = wish.subscribe() || isSubscribed;
                session.tree().put(wish.path(), new Folder(wish.path(), Set.of(), true, subscribed, null));
            }
            return selection.failed()
                    ? new EnsuredFolder(wish.path(), created, null, selection.failure())
                    : new EnsuredFolder(wish.path(), created, status(), null);
        }

        private void again() throws FailureException {
            create(wish.path(), "", made);
            selection = session.select(wish.path(), true);
            session.pipeline.await();
        }

        /** Most servers make what is above a new folder; some want it made first. */
        private void parents() throws FailureException {
            List<FolderPath> above = new ArrayList<>();
            for (FolderPath parent = wish.path().parent(); parent != null; parent = parent.parent()) {
                above.addFirst(parent);
            }
            for (FolderPath parent : above) {
                if (!session.tree().containsKey(parent)) {
                    create(parent, "", new Made());
                }
            }
            session.pipeline.await();
        }

        private FolderStatus status() throws FailureException {
            if (!selection.complete()) {
                StatusAnswer status = StatusAnswer.send(session, wish.path());
                session.pipeline.await();
                selection.fill(status);
            }
            return selection.state().status();
        }
    }

    private void create(FolderPath path, String use, Made answer) throws FailureException {
        byte[] name = session.wireName(path);
        session.pipeline.send(
                answer, words -> words.text("CREATE ").string(name).text(use));
    }

    /** What CREATE was answered. */
    private static final class Made implements Answer {
        private Reply reply;

        @Override
        public void done(Reply end) {
            reply = end;
        }

        boolean isRefused() {
            return reply != null && !reply.isOk() && !exists();
        }

        private boolean exists() {
            return reply.has("ALREADYEXISTS")
                    || reply.text().toLowerCase(Locale.ROOT).contains("already exists");
        }
    }
}
