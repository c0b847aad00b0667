/** Real mail servers for tests; {@code releng/rig/README.md} says which. */
package org.mailwain.rig;
