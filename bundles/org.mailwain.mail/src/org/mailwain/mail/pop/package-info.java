/** POP3 mailboxes, to be read and left as they are. */
package org.mailwain.mail.pop;
