/** Widgets: views, editors, wizards. */
package org.mailwain.ui;
