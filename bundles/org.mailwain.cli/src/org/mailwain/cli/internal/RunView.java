package org.mailwain.cli.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.Sentences;
import org.mailwain.operations.run.RunPicture;

/**
 * Shows a run: on a terminal some lines that are drawn anew a few times a second, elsewhere a line for each change and
 * one with the sums every ten seconds. Events come from any thread; drawing is done by a thread of its own.
 */
final class RunView implements Progress, AutoCloseable {
    private static final int ACTIVE_LINES = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Terminal terminal;
    private final Sentences sentences;
    private final RunPicture picture = new RunPicture();
    private final Thread drawer;
    private int drawn;
    private volatile boolean open = true;

    RunView(Terminal terminal, Sentences sentences) {
        this.terminal = terminal;
        this.sentences = sentences;
        this.drawer = Thread.ofVirtual().name("run view").start(this::draw);
    }

    RunPicture picture() {
        return picture;
    }

    @Override
    public void happened(RunEvent event) {
        picture.apply(event);
        if (!terminal.interactive()) {
            plain(event);
        }
    }

    private void plain(RunEvent event) {
        String time = TIME.format(event.at()) + " ";
        switch (event) {
            case RunEvent.BatchChanged changed ->
                print(time
                        + Texts.of("run.batch", changed.batch(), changed.state().label()));
            case RunEvent.MailboxChanged changed -> {
                if (changed.state() != MailboxState.QUEUED && changed.state() != MailboxState.VALIDATING) {
                    print(time
                            + Texts.of(
                                    "run.mailbox",
                                    changed.mailbox(),
                                    changed.state().label()));
                }
                if (changed.failure() != null) {
                    print("         " + sentences.of(changed.failure()).sentence());
                }
            }
            case RunEvent.Waiting waiting -> print(time + waiting(waiting.mailbox(), waiting.endpoint(), waiting));
            default -> {
                // sums are shown by the drawing thread
            }
        }
    }

    private synchronized void print(String line) {
        terminal.out().println(Texts.printable(line));
        terminal.out().flush();
    }

    private String waiting(String mailbox, String endpoint, RunEvent.Waiting waiting) {
        String who = mailbox == null ? endpoint : mailbox;
        String why =
                waiting.reason() == null ? "" : sentences.of(waiting.reason()).sentence();
        return waiting.until() == null
                ? Texts.of("run.waiting", who, why)
                : Texts.of("run.waiting.until", who, why, TIME.format(waiting.until()));
    }

    private void draw() {
        Duration pause = terminal.interactive() ? Duration.ofMillis(250) : Duration.ofSeconds(10);
        try {
            while (open) {
                Thread.sleep(pause);
                show();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (!open) {
            return;
        }
        if (terminal.interactive()) {
            redraw(lines());
        } else {
            print(TIME.format(Instant.now()) + " " + sums());
        }
    }

    private String sums() {
        RunPicture.Totals totals = picture.totals(Instant.now());
        String sums = Texts.of(
                "run.sums",
                Texts.count(totals.ended()),
                Texts.count(totals.mailboxes()),
                Texts.count(totals.handled()),
                Texts.count(totals.planned()),
                Texts.size(totals.bytes()),
                Texts.count(Math.round(totals.itemsPerSecond())),
                Texts.size(Math.round(totals.bytesPerSecond())));
        return totals.left() == null ? sums : sums + Texts.of("run.left", Texts.span(totals.left()));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(cut(sums())));
        picture.mailboxes().stream()
                .filter(mailbox -> mailbox.state().isActive() && mailbox.state() != MailboxState.QUEUED)
                .limit(ACTIVE_LINES)
                .forEach(mailbox -> lines.add(cut(line(mailbox))));
        picture.waiting().stream()
                .limit(3)
                .forEach(w -> lines.add(cut(waiting(
                        w.mailbox(),
                        w.endpoint(),
                        new RunEvent.Waiting(Instant.now(), w.mailbox(), w.endpoint(), w.reason(), w.until())))));
        return lines;
    }

    private String line(RunPicture.MailboxPicture mailbox) {
        String folder =
                mailbox.folder().map(Object::toString).orElse(mailbox.state().label());
        return "  %-28s %s %7s / %-7s  %s"
                .formatted(
                        shortened(mailbox.name(), 28),
                        Bar.of(mailbox.handled(), mailbox.planned(), 16),
                        Texts.count(mailbox.handled()),
                        Texts.count(mailbox.planned()),
                        folder);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private String cut(String line) {
        return shortened(Texts.printable(line), terminal.width() - 1);
    }

    private void redraw(List<String> lines) {
        StringBuilder screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append("A");
        }
        lines.forEach(line -> screen.append("\u001b[2K").append(line).append('\n'));
        screen.append("\u001b[J");
        drawn = lines.size();
        terminal.out().print(screen);
        terminal.out().flush();
    }

    /** Leaves the last sums on the screen. */
    @Override
    public void close() {
        synchronized (this) {
            if (terminal.interactive()) {
                redraw(List.of(terminal.bold(cut(sums()))));
            }
            open = false;
        }
        drawer.interrupt();
    }
}
