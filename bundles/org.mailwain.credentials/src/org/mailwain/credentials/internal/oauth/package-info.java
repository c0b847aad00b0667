/** Access tokens of Microsoft and Google, and their renewal. */
package org.mailwain.credentials.internal.oauth;
