/** Limits and health of endpoints, pauses and retries. */
package org.mailwain.engine.internal.limit;
