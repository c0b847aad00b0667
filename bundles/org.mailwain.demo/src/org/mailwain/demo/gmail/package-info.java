/**
 * A simulator of what Gmail's IMAP adds to the standard, for tests and trials without an account at Google: it is not
 * Gmail, holds its mail in memory, is only read, and refuses what it does not simulate.
 */
package org.mailwain.demo.gmail;
