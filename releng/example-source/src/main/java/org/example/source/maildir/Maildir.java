package org.example.source.maildir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.mail.ModifiedUtf7;
import org.mailwain.mail.plain.CrLfInputStream;
import org.mailwain.mail.plain.PlainMailbox;

/** One Maildir: the inbox in {@code cur} and {@code new}, further folders beside them as {@code .Projects.2024}. */
record Maildir(Path root, Map<ItemId, Path> files) implements PlainMailbox {
    private static final Map<Character, String> FLAGS = Map.of(
            'D', "\\Draft", 'F', "\\Flagged", 'P', "$Forwarded", 'R', "\\Answered", 'S', "\\Seen", 'T', "\\Deleted");

    Maildir(Path root) {
        this(root, new HashMap<>());
    }

    @Override
    public Collection<FolderPath> folders() throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(path -> Files.isDirectory(path.resolve("cur")))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("(\\.[^.]+)+"))
                    .map(name -> new FolderPath(Arrays.stream(name.substring(1).split("\\."))
                            .map(ModifiedUtf7::decode)
                            .toList()))
                    .toList();
        }
    }

    Path place(FolderPath folder) {
        StringBuilder name = new StringBuilder();
        folder.names().forEach(part -> name.append('.').append(ModifiedUtf7.encode(part)));
        return folder.isInbox() ? root : root.resolve(name.toString());
    }

    @Override
    public List<ListedItem> items(FolderPath folder) throws IOException {
        files.clear();
        List<ListedItem> items = new ArrayList<>();
        Path place = place(folder);
        List<String> keywords = keywords(place.resolve("dovecot-keywords"));
        for (Path part : List.of(place.resolve("cur"), place.resolve("new"))) {
            try (Stream<Path> found = Files.list(part)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    add(file, keywords, items);
                }
            }
        }
        items.sort(Comparator.comparing(ListedItem::received).thenComparing(ListedItem::id));
        return items;
    }

    private static List<String> keywords(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** A message's name up to the colon is its own for ever; the letters behind it are its flags. */
    private void add(Path file, List<String> keywords, List<ListedItem> items) throws IOException {
        String[] name = file.getFileName().toString().split(":2,", 2);
        ItemId id = ItemId.of(name[0]);
        if (files.put(id, file) == null && !name[0].startsWith(".")) {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            String letters = name.length == 1 ? "" : name[1];
            List<String> flags =
                    letters.chars().mapToObj(letter -> flag(letter, keywords)).toList();
            items.add(new ListedItem(id, about.size(), about.lastModifiedTime().toInstant(), Flags.parse(flags)));
        }
    }

    /** Dovecot keeps the names of its small letters in a file, in lines such as {@code 0 Work}. */
    private static String flag(int letter, List<String> keywords) {
        Optional<String> keyword = keywords.stream()
                .filter(line -> line.startsWith(letter - 'a' + " "))
                .findFirst();
        return keyword.map(line -> line.split(" ")[1]).orElseGet(() -> FLAGS.getOrDefault((char) letter, ""));
    }

    @Override
    public InputStream open(FolderPath folder, ItemId item) throws IOException {
        Path file = files.get(item);
        if (file == null) {
            throw new NoSuchFileException(item.toString());
        }
        return new CrLfInputStream(Files.newInputStream(file));
    }
}
