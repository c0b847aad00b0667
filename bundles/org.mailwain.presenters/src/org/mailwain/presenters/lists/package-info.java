/** What the editor of a mailbox list shows and does. */
package org.mailwain.presenters.lists;
