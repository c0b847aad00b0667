/** The generic IMAP source. */
package org.mailwain.source.imap;
