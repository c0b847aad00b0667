/** Exchange by IMAP as a source. */
package org.mailwain.source.exchange;
