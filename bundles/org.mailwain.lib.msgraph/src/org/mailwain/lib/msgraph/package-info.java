/** The Microsoft Graph SDK with what it needs, and OkHttp below it: its classes come from Maven's repository at build time and stand beside this package. */
package org.mailwain.lib.msgraph;
