/** MSAL4J with what it needs: its classes come from Maven's repository at build time and stand beside this package. */
package org.mailwain.lib.msal;
