package org.mailwain.ui.batches.internal;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.mailwain.presenters.batches.RateHistory;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** Messages and megabytes a second over the time of a run: one line is full, the other dashed. */
final class RateChart {
    private static final Texts TEXTS = Texts.beside(RateChart.class);
    private static final double HOUR = 3600;
    private static final double MINUTES = 180;
    private static final Color ITEMS = new Color(0x1f, 0x8a, 0x96);
    private static final Color BYTES = new Color(0xc7, 0x7f, 0x00);

    private final Chart chart;
    private final ILineSeries<?> items;
    private final ILineSeries<?> bytes;
    private int shown = -1;

    RateChart(Composite parent) {
        chart = new Chart(parent, SWT.NONE);
        chart.setData("id", "run.chart");
        Names.give(chart, TEXTS.of("chart.name"));
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.TOP);
        chart.getAxisSet().getXAxis(0).getTitle().setFont(JFaceResources.getDefaultFont());
        items = line(TEXTS.of("chart.items"), 0, ITEMS, LineStyle.SOLID);
        int right = chart.getAxisSet().createYAxis();
        chart.getAxisSet().getYAxis(right).setPosition(IAxis.Position.Secondary);
        bytes = line(TEXTS.of("chart.bytes"), right, BYTES, LineStyle.DASH);
        chart.getAxisSet().getYAxis(0).getTitle().setVisible(false);
        chart.getAxisSet().getYAxis(right).getTitle().setVisible(false);
    }

    private ILineSeries<?> line(String name, int axis, Color colour, LineStyle style) {
        ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, name);
        series.setYAxisId(axis);
        series.setLineColor(colour);
        series.setLineWidth(2);
        series.setLineStyle(style);
        series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
        return series;
    }

    void show(List<RateHistory.Rate> rates) {
        if (chart.isDisposed() || (rates.size() == shown && rates.isEmpty())) {
            return;
        }
        shown = rates.size();
        chart.suspendUpdate(true);
        colours();
        double seconds = rates.isEmpty() ? 60 : rates.getLast().after().toMillis() / 1000.0;
        double unit = seconds > 3 * HOUR ? HOUR : seconds > MINUTES ? 60 : 1;
        double[] x = rates.stream()
                .mapToDouble(rate -> rate.after().toMillis() / 1000.0 / unit)
                .toArray();
        items.setXSeries(x);
        items.setYSeries(
                rates.stream().mapToDouble(RateHistory.Rate::itemsPerSecond).toArray());
        bytes.setXSeries(x);
        bytes.setYSeries(
                rates.stream().mapToDouble(rate -> rate.bytesPerSecond() / 1e6).toArray());
        chart.getAxisSet()
                .getXAxis(0)
                .getTitle()
                .setText(TEXTS.of(unit == HOUR ? "chart.hours" : unit == 1 ? "chart.seconds" : "chart.minutes"));
        chart.getAxisSet().adjustRange();
        fromZero();
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void fromZero() {
        for (IAxis axis : chart.getAxisSet().getYAxes()) {
            axis.setRange(new Range(0, Math.max(1, axis.getRange().upper)));
        }
    }

    /** Those of the window, dark or light; the chart has its own otherwise. */
    private void colours() {
        Color ground = chart.getParent().getBackground();
        Color front = chart.getParent().getForeground();
        chart.setBackground(ground);
        chart.getPlotArea().setBackground(ground);
        chart.getLegend().setBackground(ground);
        chart.getLegend().setForeground(front);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(front);
            axis.getTitle().setForeground(front);
            axis.getGrid().setForeground(chart.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        }
    }
}
