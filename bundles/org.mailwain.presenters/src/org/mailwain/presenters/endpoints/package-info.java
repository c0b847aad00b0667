/** What the editor of an endpoint shows. */
package org.mailwain.presenters.endpoints;
