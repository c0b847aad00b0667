package org.mailwain.ui.lists.internal;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.mailwain.presenters.lists.ListView;

/** Numbers of the rows, as they stand in the file. */
final class ListNumbers implements IDataProvider {
    private final ListView view;

    ListNumbers(ListView view) {
        this.view = view;
    }

    @Override
    public int getColumnCount() {
        return 1;
    }

    @Override
    public int getRowCount() {
        return view.rows();
    }

    @Override
    public Object getDataValue(int column, int shown) {
        return shown < view.rows() ? view.row(shown) + 1 : "";
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException();
    }
}
