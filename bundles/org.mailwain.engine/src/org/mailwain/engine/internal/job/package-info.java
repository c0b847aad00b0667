/** What one mailbox job stands on: sessions, cancel, progress, the pairs of folders it works through. */
package org.mailwain.engine.internal.job;
