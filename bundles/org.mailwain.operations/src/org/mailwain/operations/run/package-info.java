/** A run as a process: who holds a batch, what it tells, and how it is told to stop. */
package org.mailwain.operations.run;
