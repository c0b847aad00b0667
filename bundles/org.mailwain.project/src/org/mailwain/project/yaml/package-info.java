/** YAML files with the place of every value, edited in place. */
package org.mailwain.project.yaml;
