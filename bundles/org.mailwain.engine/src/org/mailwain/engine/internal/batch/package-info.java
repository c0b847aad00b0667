/** States of a batch and its mailboxes, and who works on which. */
package org.mailwain.engine.internal.batch;
