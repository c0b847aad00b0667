/** CSV files of any make, with the place of every cell. */
package org.mailwain.project.csv;
