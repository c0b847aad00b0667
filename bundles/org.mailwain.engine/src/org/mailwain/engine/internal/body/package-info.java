/** Where messages rest between source and target. */
package org.mailwain.engine.internal.body;
