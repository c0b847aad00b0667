/** The workbench application. */
package org.mailwain.app;
