/** Mailboxes of Microsoft 365 as targets, by Microsoft Graph. */
package org.mailwain.target.graph;
