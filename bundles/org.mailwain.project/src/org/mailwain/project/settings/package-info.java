/** Settings records read from YAML, every fault at its place. */
package org.mailwain.project.settings;
