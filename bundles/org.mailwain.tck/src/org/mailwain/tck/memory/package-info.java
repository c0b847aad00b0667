/** Mailboxes in memory: partners for tests of engines and of the contracts, scripted and deterministic. */
package org.mailwain.tck.memory;
