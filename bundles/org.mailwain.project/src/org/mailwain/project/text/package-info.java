/** Texts of files, their encodings, places and edits. */
package org.mailwain.project.text;
