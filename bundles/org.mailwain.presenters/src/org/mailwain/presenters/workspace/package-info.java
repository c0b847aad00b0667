/** The projects that are open, read again in the background whenever a file or an editor changes. */
package org.mailwain.presenters.workspace;
