/**
 * A strict IMAP4rev1 server in memory, on the loopback interface alone: the two ends of a first run, and a partner for
 * tests that must see exactly what went over the wire or make a server fail at a chosen moment.
 *
 * <p>The servers on Maven Central parse what they store, so bytes change, and know neither MULTIAPPEND nor LIST-STATUS
 * nor failing on demand. This one keeps bytes, dates with their zone, and keywords. It serves no {@code ENVELOPE},
 * {@code BODYSTRUCTURE} or single parts: a migration asks for whole messages and header fields.
 */
package org.mailwain.demo.server;
