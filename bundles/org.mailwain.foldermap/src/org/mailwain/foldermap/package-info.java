/**
 * Which source folder goes to which target folder: (trees, rules, names) to a plan with conflicts, without I/O. The
 * order of what decides: an own rule; the folder's use as the source says it, or as its name says it in one of many
 * languages, against the target's folder of that use; the folder above; the name it has.
 */
package org.mailwain.foldermap;
