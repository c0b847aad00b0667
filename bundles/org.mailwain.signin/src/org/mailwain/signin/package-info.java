/** Sign-in forms: from a row and its administrator to what the wire carries out. */
package org.mailwain.signin;
