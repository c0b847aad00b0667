/** Ways of signing in. */
package org.mailwain.api.signin;
