package org.mailwain.mail.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;

/** Keeps what was listed, and in which order it was told. */
public final class Collected implements ListSink {
    public final Map<FolderPath, FolderStatus> begun = new LinkedHashMap<>();
    public final Map<FolderPath, List<ListedItem>> items = new LinkedHashMap<>();
    public final Map<FolderPath, Failure> failed = new LinkedHashMap<>();
    public final List<FolderPath> ended = new ArrayList<>();
    public final List<Integer> pages = new ArrayList<>();

    @Override
    public void begin(ListRequest request, FolderStatus status) {
        begun.put(request.folder(), status);
        items.put(request.folder(), new ArrayList<>());
    }

    @Override
    public void page(FolderPath folder, List<ListedItem> page) {
        pages.add(page.size());
        items.get(folder).addAll(page);
    }

    @Override
    public void end(FolderPath folder) {
        ended.add(folder);
    }

    @Override
    public void failed(FolderPath folder, Failure failure) {
        failed.put(folder, failure);
    }

    public List<ListedItem> items(FolderPath folder) {
        return items.getOrDefault(folder, List.of());
    }
}
