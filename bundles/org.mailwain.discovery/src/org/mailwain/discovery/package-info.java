/** Finds the servers of a mail address, and says where each finding came from. */
package org.mailwain.discovery;
