/** The organisation behind a target: its users, domains and licences. */
package org.mailwain.api.tenant;
