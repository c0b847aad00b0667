/** Cancel, questions to a person, and events of a run. */
package org.mailwain.api.progress;
