/** The mailbox job and the pool of jobs. */
package org.mailwain.engine;
