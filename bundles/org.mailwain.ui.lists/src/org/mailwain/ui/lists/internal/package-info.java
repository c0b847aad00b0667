/** Editor of mailbox lists. */
package org.mailwain.ui.lists.internal;
