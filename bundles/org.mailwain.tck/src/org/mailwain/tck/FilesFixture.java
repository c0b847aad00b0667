package org.mailwain.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;

/**
 * A mailbox that keeps each message in a file of its own, with lines that end in LF and the moment of arrival as the
 * file's time (Maildir, MH, folders of EML files).
 */
public abstract class FilesFixture implements ReaderFixture {
    private final Path root;
    private int delivered;

    /** @param root holds the mailbox, and nothing else */
    protected FilesFixture(Path root) {
        this.root = root;
    }

    /** Where the files of a folder are. */
    protected abstract Path place(FolderPath folder);

    /** The name for the next message. @param number grows from message to message */
    protected abstract String name(int number, Flags flags);

    /** The name of the same message with other flags; the same where names do not say flags. */
    protected abstract String renamed(String name, Flags flags);

    @Override
    public boolean create(FolderPath folder) throws IOException {
        Files.createDirectories(place(folder));
        return true;
    }

    @Override
    public boolean deliver(FolderPath folder, Mail mail) throws IOException {
        String text = new String(mail.bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        Path file = place(folder).resolve(name(++delivered, mail.flags()));
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        Files.setLastModifiedTime(file, FileTime.from(mail.received()));
        return true;
    }

    private Path find(FolderPath folder, String messageId) throws IOException {
        try (Stream<Path> files = Files.list(place(folder))) {
            return files.filter(file -> Mail.idOf(bytes(file)).equals(messageId))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean setFlags(FolderPath folder, String messageId, Flags flags) throws IOException {
        Path file = find(folder, messageId);
        String name = file.getFileName().toString();
        Files.move(file, file.resolveSibling(renamed(name, flags)));
        return !renamed(name, flags).equals(name);
    }

    @Override
    public boolean expunge(FolderPath folder, String messageId) throws IOException {
        Files.delete(find(folder, messageId));
        return true;
    }

    /** The files go with the test's own folder. */
    @Override
    public void close() throws Exception {
        // nothing else is held
    }

    /** Names, sizes and times of all files. */
    @Override
    public Optional<String> snapshot() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted().toList()) {
                all.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        }
        return Optional.of(all.toString());
    }
}
