/** Batches as people see them: their files as forms, their runs as they go. */
package org.mailwain.presenters.batches;
