/** Whatever a user can do, once. */
package org.mailwain.operations;
