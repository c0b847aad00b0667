/** Folder maps as people see them: both trees, lines between, and what would stand where. */
package org.mailwain.presenters.foldermaps;
