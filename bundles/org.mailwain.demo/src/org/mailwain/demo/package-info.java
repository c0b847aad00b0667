/** Embedded servers and sample mail for a first run. */
package org.mailwain.demo;
