/** A simulation of the IMAP side of Exchange Online, for tests and rehearsals. */
package org.mailwain.demo.exchange;
