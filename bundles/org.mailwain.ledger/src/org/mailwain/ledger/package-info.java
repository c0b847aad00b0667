/** The ledger: what has been copied, durable. */
package org.mailwain.ledger;
