/** A simulation of the part of Google that gives tokens to service accounts, for tests. */
package org.mailwain.simulator.google;
