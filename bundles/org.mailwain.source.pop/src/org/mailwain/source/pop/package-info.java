/** The POP3 source. */
package org.mailwain.source.pop;
