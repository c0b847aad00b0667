/** What is done about the tenant behind a target: checked before a run, matched with a list, filled with mailboxes. */
package org.mailwain.operations.tenant;
