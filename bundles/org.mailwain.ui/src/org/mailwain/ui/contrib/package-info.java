/**
 * What other bundles add to the workbench. Each is a declarative service: a component of your bundle that implements one
 * of these interfaces is found by itself.
 */
package org.mailwain.ui.contrib;
