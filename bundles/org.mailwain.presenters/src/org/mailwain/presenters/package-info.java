/** What views show, without a widget. */
package org.mailwain.presenters;
