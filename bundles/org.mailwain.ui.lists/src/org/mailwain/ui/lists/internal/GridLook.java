package org.mailwain.ui.lists.internal;

import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.editor.PasswordCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.cell.AlternatingRowConfigLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ImagePainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.PasswordTextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.CellPainterDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.LineBorderDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Colours of the platform's own lists, so that the grid goes with any theme; problems by a sign in the cell. */
final class GridLook extends AbstractRegistryConfiguration {
    private static final int PADDING = 5;

    private final Display display;

    GridLook(Display display) {
        this.display = display;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        Style cell = style(SWT.COLOR_LIST_FOREGROUND, SWT.COLOR_LIST_BACKGROUND);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cell);
        for (String row : new String[] {
            AlternatingRowConfigLabelAccumulator.EVEN_ROW_CONFIG_TYPE,
            AlternatingRowConfigLabelAccumulator.ODD_ROW_CONFIG_TYPE
        }) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, cell, DisplayMode.NORMAL, row);
        }
        registry.registerConfigAttribute(
                CellConfigAttributes.GRID_LINE_COLOR, display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND));
        paint(registry, plain(), DisplayMode.NORMAL, null);
        Style selected = style(SWT.COLOR_LIST_SELECTION_TEXT, SWT.COLOR_LIST_SELECTION);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT);
        Style head = style(SWT.COLOR_WIDGET_FOREGROUND, SWT.COLOR_WIDGET_BACKGROUND);
        for (String region : new String[] {GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER, GridRegion.CORNER}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.NORMAL, region);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.SELECT, region);
            paint(registry, new LineBorderDecorator(plain()), DisplayMode.NORMAL, region);
        }
        ICellPainter secret = padded(new PasswordTextPainter(false, false));
        paint(registry, secret, DisplayMode.NORMAL, CellLabels.SECRET);
        paint(registry, signed(plain(), ISharedImages.IMG_OBJS_ERROR_TSK), DisplayMode.NORMAL, CellLabels.ERROR);
        paint(registry, signed(plain(), ISharedImages.IMG_OBJS_WARN_TSK), DisplayMode.NORMAL, CellLabels.WARNING);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new TextCellEditor(true, true));
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITOR, new PasswordCellEditor(true), DisplayMode.EDIT, CellLabels.SECRET);
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITOR, new PasswordCellEditor(true), DisplayMode.NORMAL, CellLabels.SECRET);
    }

    private static void paint(IConfigRegistry registry, ICellPainter painter, DisplayMode mode, String label) {
        if (label == null) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter);
        } else {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, mode, label);
        }
    }

    private static ICellPainter plain() {
        return padded(new TextPainter(false, true));
    }

    private static ICellPainter padded(ICellPainter painter) {
        return new PaddingDecorator(painter, 0, PADDING, 0, PADDING);
    }

    private static ICellPainter signed(ICellPainter painter, String image) {
        ImagePainter sign =
                new ImagePainter(PlatformUI.getWorkbench().getSharedImages().getImage(image));
        return new CellPainterDecorator(painter, CellEdgeEnum.RIGHT, sign);
    }

    private Style style(int foreground, int background) {
        Color front = display.getSystemColor(foreground);
        Color back = display.getSystemColor(background);
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, front);
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, back);
        style.setAttributeValue(CellStyleAttributes.FONT, display.getSystemFont());
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
        return style;
    }
}
