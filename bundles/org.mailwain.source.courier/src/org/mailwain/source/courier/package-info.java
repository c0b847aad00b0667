/** Courier as a source, with the mailboxes that one administrator sees as shared folders. */
package org.mailwain.source.courier;
