/** The command line. */
package org.mailwain.cli;
