/**
 * A Microsoft 365 tenant in memory behind HTTPS: the parts of Microsoft Graph and of its sign-in that a migration uses,
 * for rehearsals and tests. Strict: what the real service refuses is refused, what it loses is lost.
 */
package org.mailwain.simulator.graph;
