/** What a driver of a database gives, and the ledger on top of it. */
package org.mailwain.ledger.sql;
