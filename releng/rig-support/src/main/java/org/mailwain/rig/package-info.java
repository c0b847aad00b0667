/** The project's rig of real mail servers, for tests in Java. */
package org.mailwain.rig;
