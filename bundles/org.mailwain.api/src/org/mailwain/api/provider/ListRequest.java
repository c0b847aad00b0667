package org.mailwain.api.provider;

import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Mark;

/**
 * Asks for a folder's items.
 *
 * @param from only items from this mark on, or null for all; in another epoch the session lists all
 * @param order by position, which is mostly the order of arrival
 * @param pageSize items in a page, 1 to {@link #MAX_PAGE}
 */
public record ListRequest(FolderPath folder, Mark from, Order order, int pageSize) {
    public static final int MAX_PAGE = 10_000;

    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    public ListRequest {
        if (pageSize < 1 || pageSize > MAX_PAGE) {
            throw new IllegalArgumentException("page size " + pageSize);
        }
    }

    public static ListRequest all(FolderPath folder) {
        return new ListRequest(folder, null, Order.OLDEST_FIRST, MAX_PAGE);
    }

    public static ListRequest from(FolderPath folder, Mark mark) {
        return new ListRequest(folder, mark, Order.OLDEST_FIRST, MAX_PAGE);
    }
}
