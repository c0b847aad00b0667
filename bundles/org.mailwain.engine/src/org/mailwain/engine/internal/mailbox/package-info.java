/** One pass over one mailbox, step by step. */
package org.mailwain.engine.internal.mailbox;
