/** The rules, each a service, and what they have in common. */
package org.mailwain.repair.internal;
