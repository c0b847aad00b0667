/** What woven code calls; loaded before all bundles, by the loader that they all share. */
package org.mailwain.ui.driver.watch;
