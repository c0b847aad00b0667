/** The files of a migration project, as a tree. */
package org.mailwain.presenters.explorer;
