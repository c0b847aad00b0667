/** Mailbox lists, batches, filters, limits and states. */
package org.mailwain.api.batch;
