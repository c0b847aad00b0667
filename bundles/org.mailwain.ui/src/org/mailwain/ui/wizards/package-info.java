/** Parts of wizards that make files of a project. */
package org.mailwain.ui.wizards;
