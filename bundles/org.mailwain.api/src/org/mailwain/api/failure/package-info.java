/** What can go wrong, as data, and its texts. */
package org.mailwain.api.failure;
