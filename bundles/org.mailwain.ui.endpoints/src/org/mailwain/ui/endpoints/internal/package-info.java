/** Editor of endpoints. */
package org.mailwain.ui.endpoints.internal;
