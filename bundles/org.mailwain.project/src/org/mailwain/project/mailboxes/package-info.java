/** Mailbox lists: CSV files with one mailbox a row. */
package org.mailwain.project.mailboxes;
