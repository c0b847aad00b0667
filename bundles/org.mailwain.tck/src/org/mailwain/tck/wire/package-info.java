/** Tools for contracts of implementations that speak to a real server: a relay that breaks, and another's IMAP client. */
package org.mailwain.tck.wire;
