/** The generic IMAP target. */
package org.mailwain.target.imap;
