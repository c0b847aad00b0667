/** From the source into the target: reading, batches, writing, and what became of each item. */
package org.mailwain.engine.internal.copy;
