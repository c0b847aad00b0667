/** What has to be done in a pass: folder pairs, their differences, filters. */
package org.mailwain.engine.internal.pass;
