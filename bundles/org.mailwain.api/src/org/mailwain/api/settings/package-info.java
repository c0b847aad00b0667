/** How a provider describes its settings. */
package org.mailwain.api.settings;
