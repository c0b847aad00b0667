package org.mailwain.report.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.report.MailboxSheet.ItemsFile;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.internal.file.Counting;
import org.mailwain.report.internal.file.ReportFolder;

/** The items of one mailbox, a line for each; no file where there is none. */
public final class ItemsOut implements AutoCloseable {
    private final ReportFolder out;
    private final String name;
    private final List<Long> offsets = new ArrayList<>();
    private Counting counting;
    private JsonGenerator json;
    private long count;

    public ItemsOut(ReportFolder out, String base) {
        this.out = out;
        this.name = "items/" + base + ".ndjson";
    }

    public void item(ReportedItem item) throws IOException {
        if (json == null) {
            counting = new Counting(out.file(name));
            json = Json.generator(counting);
        }
        if (count % ItemsFile.STEP == 0) {
            json.flush();
            offsets.add(counting.count());
        }
        ReportJson.item(json, item);
        json.writeRaw('\n');
        count++;
    }

    public long count() {
        return count;
    }

    public ItemsFile file() {
        return count == 0 ? ItemsFile.NONE : new ItemsFile(name, count, offsets);
    }

    @Override
    public void close() throws IOException {
        if (json != null) {
            json.close();
        }
    }
}
