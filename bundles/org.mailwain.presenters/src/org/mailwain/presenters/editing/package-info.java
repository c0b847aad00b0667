/** Editing the text files of a project, without a widget: text, tree, undo, and what others write meanwhile. */
package org.mailwain.presenters.editing;
