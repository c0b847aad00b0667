/** Sheets and files that prove a migration. */
package org.mailwain.report;
