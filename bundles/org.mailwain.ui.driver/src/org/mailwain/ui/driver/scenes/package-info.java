/** Scenes of the workbench's parts. */
package org.mailwain.ui.driver.scenes;
