package org.mailwain.operations.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.progress.RunEvent;

/** Reads the events of a run as they are written. Confined to one thread. */
public final class EventReader {
    private final RunFolder run;
    private Object file;
    private long position;

    public EventReader(RunFolder run) {
        this.run = run;
    }

    /** What was written since the last call; from the start of the file again when a new run began one. */
    public List<RunEvent> poll() {
        List<RunEvent> events = new ArrayList<>();
        try (RandomAccessFile source = new RandomAccessFile(run.events().toFile(), "r")) {
            Object key = Files.readAttributes(run.events(), BasicFileAttributes.class)
                    .creationTime();
            if (!key.equals(file) || source.length() < position) {
                file = key;
                position = 0;
            }
            source.seek(position);
            byte[] fresh = new byte[(int) Math.min(source.length() - position, 4 << 20)];
            source.readFully(fresh);
            int start = 0;
            for (int i = 0; i < fresh.length; i++) {
                if (fresh[i] == '\n') {
                    EventParser.decode(new String(fresh, start, i - start, StandardCharsets.UTF_8))
                            .ifPresent(events::add);
                    start = i + 1;
                }
            }
            position += start;
        } catch (IOException notThereYet) {
            return events;
        }
        return events;
    }
}
