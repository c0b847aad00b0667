/** IMAP and POP in both directions, as parts that a provider puts together. */
package org.mailwain.mail;
