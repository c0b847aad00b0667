package org.mailwain.dropins;

import java.util.List;

/** What became of the files in {@code dropins} at the start of this process. A service; thread-safe. */
@FunctionalInterface
public interface DropIns {
    /** All files there by name, as they are now; empty where the product has no such folder. */
    List<DropIn> look();
}
