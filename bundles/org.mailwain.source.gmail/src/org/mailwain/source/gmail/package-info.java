/** Gmail by IMAP as a source, with labels. */
package org.mailwain.source.gmail;
