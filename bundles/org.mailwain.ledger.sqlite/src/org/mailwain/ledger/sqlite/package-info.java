/** The ledger's driver for one machine. */
package org.mailwain.ledger.sqlite;
