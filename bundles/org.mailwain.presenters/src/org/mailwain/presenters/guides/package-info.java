/** The course of a migration, step by step, each ticked when it is true. */
package org.mailwain.presenters.guides;
