/** Repairs of messages that a target refuses. */
package org.mailwain.api.repair;
