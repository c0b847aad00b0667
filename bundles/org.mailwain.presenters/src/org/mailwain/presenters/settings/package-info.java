/** Forms for settings that a record describes. */
package org.mailwain.presenters.settings;
