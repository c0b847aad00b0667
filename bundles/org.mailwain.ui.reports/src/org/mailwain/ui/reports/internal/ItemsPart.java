package org.mailwain.ui.reports.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mailwain.presenters.batches.Shown;
import org.mailwain.presenters.reports.ItemIndex;
import org.mailwain.presenters.reports.ItemPages;
import org.mailwain.presenters.reports.ItemQuery;
import org.mailwain.report.NoteKind;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** The items of what is selected, filtered by kind and words; however many they are, a few pages are in memory. */
final class ItemsPart {
    private static final Texts TEXTS = Texts.beside(ItemsPart.class);
    private static final int PAUSE_MILLIS = 300;

    private final ReportEditor editor;
    private final Composite whole;
    private final Combo kinds;
    private final Text words;
    private final Label count;
    private final ItemsTable table;
    private final List<Set<NoteKind>> choices = new ArrayList<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("report reader").unstarted(work));
    private Place place = Place.BATCH;
    private ItemQuery asked;
    private Job search;

    ItemsPart(ReportEditor editor, Composite parent) {
        this.editor = editor;
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(whole);
        kinds = new Combo(whole, SWT.READ_ONLY);
        kinds.setData("id", "report.kinds");
        Names.give(kinds, TEXTS.of("items.kinds"));
        choose(TEXTS.of("items.all"), Set.of());
        choose(TEXTS.of("items.persons"), ItemQuery.needingPerson());
        for (NoteKind kind : NoteKind.values()) {
            choose(Signs.of(kind), Set.of(kind));
        }
        kinds.select(0);
        kinds.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> ask()));
        words = new Text(whole, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(TEXTS.of("items.words"));
        words.setData("id", "report.words");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        words.addModifyListener(event -> {
            String typed = words.getText();
            words.getDisplay().timerExec(PAUSE_MILLIS, () -> {
                if (!words.isDisposed() && words.getText().equals(typed)) {
                    ask();
                }
            });
        });
        count = new Label(whole, SWT.RIGHT);
        count.setData("id", "report.count");
        GridDataFactory.fillDefaults()
                .hint(180, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(count);
        SashForm halves = new SashForm(whole, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(halves);
        table = new ItemsTable(halves, editor.workspace());
        ItemDetails details = new ItemDetails(editor, halves);
        table.onSelect(details::show);
        halves.setWeights(6, 4);
    }

    private void choose(String name, Set<NoteKind> meant) {
        choices.add(meant);
        kinds.add(name);
    }

    Control control() {
        return whole;
    }

    void show(Place wanted) {
        place = wanted;
        ask();
    }

    private void ask() {
        ItemQuery query =
                place.query().ofKinds(choices.get(kinds.getSelectionIndex())).with(words.getText());
        if (query.equals(asked)) {
            return;
        }
        asked = query;
        if (search != null) {
            search.cancel();
        }
        count.setText(TEXTS.of("items.searching"));
        search = new Background(whole.getDisplay())
                .<ItemIndex>quietly(
                        TEXTS.of("work.search"),
                        context -> ItemIndex.build(editor.report(), query, context.cancel()),
                        result -> {
                            if (query.equals(asked) && !whole.isDisposed()) {
                                found(result);
                            }
                        });
    }

    private void found(Result<ItemIndex> result) {
        switch (result) {
            case Result.Done<ItemIndex>(ItemIndex index) -> {
                count.setText(TEXTS.of("items.count", Shown.count(index.size())));
                table.show(new ItemPages(editor.report(), index, reader, table::soon));
            }
            case Result.Failed<ItemIndex>(var failure) ->
                count.setText(editor.workspace().sentence(failure));
            case Result.Cancelled<ItemIndex> cancelled -> {}
        }
    }

    void close() {
        reader.shutdownNow();
        if (search != null) {
            search.cancel();
        }
    }
}
