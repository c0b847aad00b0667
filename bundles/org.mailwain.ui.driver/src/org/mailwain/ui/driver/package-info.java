/**
 * Drives the workbench as a person does, for tests and pictures; no part of the product. A {@link Scene} is named in
 * {@code META-INF/services} and found from there: {@code releng/dev/screenshots} plays it in light and dark.
 */
package org.mailwain.ui.driver;
