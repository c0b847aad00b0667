/** The start of the process: from the class path of the start script to the framework with its bundles. */
package org.mailwain.start;
