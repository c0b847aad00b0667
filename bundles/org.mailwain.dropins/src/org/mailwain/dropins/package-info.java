/** Bundles that people put into the {@code dropins} folder of an installed product. */
package org.mailwain.dropins;
