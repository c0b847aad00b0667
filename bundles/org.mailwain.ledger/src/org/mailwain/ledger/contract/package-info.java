/** The ledger's contract as tests, which every driver's tests inherit. */
package org.mailwain.ledger.contract;
