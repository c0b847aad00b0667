/**
 * What editors of project files are made of. An editor of a YAML file extends {@link YamlEditor}: it has pages of a form
 * and the text, in step over one {@link org.mailwain.presenters.editing.YamlEditing}.
 */
package org.mailwain.ui.editors;
