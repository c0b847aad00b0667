/** Rules that mend messages which a target refuses, and name what is wrong with them. */
package org.mailwain.repair;
