/** The files of a migration project: read, checked, edited in place. */
package org.mailwain.project;
