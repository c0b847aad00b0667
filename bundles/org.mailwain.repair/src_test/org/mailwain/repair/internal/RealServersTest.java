package org.mailwain.repair.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.rig.Rig;

/** What real servers refuse has a cause, and is taken once the rule for it has mended it. */
class RealServersTest {
    private static final FolderPath FOLDER = FolderPath.of("Odd");
    private static final String GOOD = "From: a@example.org\r\nSubject: odd\r\n\r\nBody\r\n";
    private static final List<RepairRule> RULES = List.of(
            new NulRule(),
            new NewlinesRule(),
            new Header8BitRule(),
            new LongLinesRule(),
            new HeaderRule(),
            new FlagsRule(),
            new DateRule(Clock.systemUTC()));

    private final Map<String, String> mended = new LinkedHashMap<>();
    private final List<String> taken = new ArrayList<>();

    private static Map<String, String> odd() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("good", GOOD);
        odd.put("nul", GOOD + "a\0b\r\n");
        odd.put("bare lf", GOOD + "a\nb\r\n");
        odd.put("bare cr", GOOD + "a\rb\r\n");
        odd.put("8-bit header", "From: \"M\u00fcller\" <a@example.org>\r\nSubject: odd\r\n\r\nBody\r\n");
        odd.put("long line", GOOD + "x".repeat(40_000) + "\r\n");
        odd.put("no header", "\r\nBody only\r\n");
        odd.put("odd header", "Subject: odd\r\nthis is none\r\n\r\nBody\r\n");
        odd.put("mailbox line", "From a@example.org Mon Jan  1 00:00:00 2024\r\n" + GOOD);
        odd.put("empty", "");
        odd.put("all of it", "Subject: \u00fc\nno header\r\n\0" + "x".repeat(20_000));
        return odd;
    }

    private void store(Rig.Server server) throws FailureException {
        Rig rig = Rig.with(server);
        rig.wipe(server);
        ImapSettings settings = ImapSettings.of("localhost", Optional.of(rig.imaps(server)), Security.TLS)
                .trusting(new Trust.CaFile(rig.ca()));
        SessionContext context =
                new SessionContext(Cancel.NEVER, Letters.BODIES, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        Login login = new Login(Rig.user(1), SignIn.password(Rig.user(1), Secret.of(Rig.PASSWORD)), Optional.empty());
        try (MailboxWriter writer = new Imap().writer(settings, login, context, ImapProfile.PLAIN)) {
            writer.ensureFolders(List.of(new FolderWish(FOLDER, Optional.empty(), true)));
            for (Map.Entry<String, String> one : odd().entrySet()) {
                deliver(writer, one.getKey(), Letters.letter(one.getValue()));
            }
        }
    }

    private void deliver(MailboxWriter writer, String name, Letter letter) throws FailureException {
        Letter now = letter;
        List<RepairRule> left = new ArrayList<>(RULES);
        StringBuilder rules = new StringBuilder();
        Failure refusal = append(writer, now);
        while (refusal != null) {
            RepairRule used = null;
            Failure why = refusal;
            left.sort(Comparator.comparing((RepairRule rule) -> !rule.isMeantBy(why))
                    .thenComparing(RepairRule::order));
            for (RepairRule rule : List.copyOf(left)) {
                Optional<Letter> better = mended(rule, now, refusal);
                if (better.isPresent()) {
                    used = rule;
                    now = better.get();
                    break;
                }
            }
            assertThat(used).as(name + " refused: " + refusal).isNotNull();
            left.remove(used);
            rules.append(used.id()).append(' ');
            refusal = append(writer, now);
        }
        if (rules.isEmpty()) {
            taken.add(name);
        } else {
            mended.put(name, rules.toString().strip());
        }
    }

    private static Optional<Letter> mended(RepairRule rule, Letter letter, Failure refusal) {
        try {
            Optional<Letter> better = rule.repair(letter, refusal, Letters.BODIES);
            assertThat(rule.flaw(letter, refusal).isPresent()).isEqualTo(better.isPresent());
            return better;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Failure append(MailboxWriter writer, Letter letter) throws FailureException {
        AppendItem item = new AppendItem(new AppendKey(0, 1), letter.flags(), letter.received(), letter.body());
        List<Outcome> outcomes = new ArrayList<>();
        writer.append(
                Feed.of(List.of(new AppendBatch(FOLDER, 1, List.of(item)))), (batch, all) -> outcomes.addAll(all));
        return switch (outcomes.getFirst()) {
            case Outcome.Stored stored -> null;
            case Outcome.Refused refused -> refused.failure();
            case Outcome.Unknown unknown ->
                throw new AssertionError(unknown.failure().toString());
        };
    }

    @Test
    void cyrusTakesWhatWasMended() throws Exception {
        store(Rig.Server.CYRUS);
        assertThat(mended)
                .containsEntry("nul", "nul")
                .containsEntry("bare lf", "newlines")
                .containsEntry("odd header", "header")
                .containsKeys("empty", "all of it");
        assertThat(taken).contains("good", "long line");
    }

    @Test
    void courierTakesWhatWasMended() throws Exception {
        store(Rig.Server.COURIER);
        assertThat(taken).contains("good");
    }

    @Test
    void dovecotTakesWhatWasMended() throws Exception {
        store(Rig.Server.TARGET);
        assertThat(mended).containsEntry("empty", "header");
        assertThat(taken).contains("good", "nul", "bare lf", "8-bit header");
    }
}
