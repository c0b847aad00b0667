/** Secrets and where they rest. */
package org.mailwain.api.credentials;
