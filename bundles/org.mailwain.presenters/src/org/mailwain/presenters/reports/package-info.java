/** Reports as people read them: piece by piece, also those of other machines and those with millions of items. */
package org.mailwain.presenters.reports;
