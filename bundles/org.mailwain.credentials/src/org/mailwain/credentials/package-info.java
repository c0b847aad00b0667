/** The credential store. */
package org.mailwain.credentials;
