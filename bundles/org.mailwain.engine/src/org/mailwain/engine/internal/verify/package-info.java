/** Comparing a target mailbox with its source. */
package org.mailwain.engine.internal.verify;
