/** The folder map: from trees, rules, names and traits to a plan with its conflicts. */
package org.mailwain.foldermap;
