/** Contracts of sources and targets. */
package org.mailwain.api.provider;
