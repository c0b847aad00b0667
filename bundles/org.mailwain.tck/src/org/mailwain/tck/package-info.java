/** The contracts as tests. */
package org.mailwain.tck;
