/** Work off the UI thread, with progress and cancel, whose result comes back on it. */
package org.mailwain.ui.jobs;
