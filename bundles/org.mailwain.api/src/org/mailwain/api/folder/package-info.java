/** Which source folder goes to which target folder. */
package org.mailwain.api.folder;
