package org.mailwain.ui.reports.internal;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;
import org.mailwain.presenters.reports.ReportCharts.Bar;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** One chart of a report: bars with their values, or a sentence where there is nothing to show. */
final class BarChart {
    private static final Texts TEXTS = Texts.beside(BarChart.class);
    private static final Color BARS = new Color(0x1f, 0x8a, 0x96);
    private static final int LABELLED = 16;
    /** Bars that are broad enough for their value. */
    private static final int VALUED = 6;

    private static final int LONGEST = 18;

    private final Chart chart;
    private final String title;
    private final IBarSeries<?> series;

    /** @param key of its title; @param unit of the values */
    BarChart(Composite parent, String key, String unit) {
        title = TEXTS.of("chart." + key);
        chart = new Chart(parent, SWT.NONE);
        chart.setData("id", "report.chart." + key);
        Names.give(chart, title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(chart);
        chart.getTitle().setText(title);
        chart.getTitle().setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        chart.getLegend().setVisible(false);
        series = (IBarSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, key);
        series.setBarColor(BARS);
        chart.getAxisSet().getXAxis(0).getTitle().setVisible(false);
        chart.getAxisSet().getYAxis(0).getTitle().setText(unit);
        chart.getAxisSet().getYAxis(0).getTitle().setVisible(!unit.isEmpty());
        colours();
    }

    void show(List<Bar> some) {
        chart.suspendUpdate(true);
        colours();
        chart.getTitle().setText(some.isEmpty() ? TEXTS.of("chart.nothing", title) : title);
        // the chart cannot lay out a series of nothing
        List<Bar> bars = some.isEmpty() ? List.of(new Bar("", 0)) : some;
        boolean few = bars.size() <= LABELLED;
        series.setYSeries(bars.stream().mapToDouble(Bar::value).toArray());
        IAxis x = chart.getAxisSet().getXAxis(0);
        x.setCategorySeries(bars.stream().map(bar -> cut(bar.label())).toArray(String[]::new));
        x.enableCategory(few);
        x.getTick().setTickLabelAngle(few && bars.size() > 4 ? 40 : 0);
        if (!few) {
            series.setXSeries(bars.stream()
                    .mapToDouble(bar -> Double.parseDouble(bar.label()))
                    .toArray());
        }
        series.getLabel().setVisible(bars.size() <= VALUED);
        series.getLabel().setFormat("#,##0.#");
        chart.getAxisSet().adjustRange();
        IAxis y = chart.getAxisSet().getYAxis(0);
        y.setRange(new Range(0, Math.max(1, y.getRange().upper * 1.12)));
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private static String cut(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }

    /** Those of the window, dark or light; the chart has its own otherwise. */
    private void colours() {
        Color ground = chart.getParent().getBackground();
        Color front = chart.getParent().getForeground();
        chart.setBackground(ground);
        chart.getPlotArea().setBackground(ground);
        chart.getTitle().setForeground(front);
        series.getLabel().setForeground(front);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(front);
            axis.getTitle().setForeground(front);
            axis.getGrid().setForeground(chart.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        }
    }
}
