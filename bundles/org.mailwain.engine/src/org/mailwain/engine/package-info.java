/** The mailbox job and the pool of jobs, verification and plan; everything else of the engine is its own affair. */
package org.mailwain.engine;
