/**
 * Reading mailboxes that no server guards: files on a disk, archives, exports. A provider says which folders and
 * messages there are and opens one; everything else that a session promises is done here.
 */
package org.mailwain.mail.plain;
