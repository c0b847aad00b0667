/** What is wrong with the open projects. */
package org.mailwain.presenters.problems;
