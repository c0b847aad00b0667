package org.mailwain.ui.reports.internal;

import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mailwain.presenters.reports.ItemIndex;
import org.mailwain.presenters.reports.ReportCharts;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Folders by size, outcomes, speed over time and listed items by year, of what is selected. */
final class ChartsPart {
    private static final Texts TEXTS = Texts.beside(ChartsPart.class);

    private final ReportEditor editor;
    private final Composite whole;
    private final BarChart folders;
    private final BarChart outcomes;
    private final BarChart rate;
    private final BarChart years;
    private Place place = Place.BATCH;
    private Place shown;

    ChartsPart(ReportEditor editor, Composite parent) {
        this.editor = editor;
        whole = new Composite(parent, SWT.NONE);
        whole.setData("id", "report.charts");
        GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(true).applyTo(whole);
        folders = new BarChart(whole, "folders", "MB");
        outcomes = new BarChart(whole, "outcomes", "%");
        rate = new BarChart(whole, "rate", TEXTS.of("chart.per_minute"));
        years = new BarChart(whole, "years", "");
    }

    Control control() {
        return whole;
    }

    /** What is to be shown when the charts are looked at. */
    void become(Place wanted) {
        place = wanted;
    }

    void show() {
        Place wanted = new Place(place.mailbox(), -1);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        new Background(whole.getDisplay())
                .<ReportCharts.Data>quietly(
                        TEXTS.of("work.charts"),
                        context -> new ReportCharts(editor.report(), wanted.mailbox())
                                .read(
                                        ItemIndex.build(editor.report(), wanted.query(), context.cancel()),
                                        context.cancel()),
                        result -> {
                            if (wanted.equals(shown)
                                    && !whole.isDisposed()
                                    && result instanceof Result.Done<ReportCharts.Data>(ReportCharts.Data data)) {
                                fill(data);
                            }
                        });
    }

    private void fill(ReportCharts.Data data) {
        folders.show(data.folders().stream()
                .map(bar -> new ReportCharts.Bar(bar.label(), bar.value() / 1e6))
                .toList());
        double all =
                data.outcomes().values().stream().mapToLong(Long::longValue).sum();
        outcomes.show(data.outcomes().entrySet().stream()
                .map(entry -> new ReportCharts.Bar(
                        TEXTS.of("outcome." + Signs.key(entry.getKey())), entry.getValue() * 100 / all))
                .toList());
        rate.show(data.rate());
        years.show(List.copyOf(data.years()));
    }
}
