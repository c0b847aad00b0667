/** What mail consists of: folders, items, flags, bodies. */
package org.mailwain.api.mail;
