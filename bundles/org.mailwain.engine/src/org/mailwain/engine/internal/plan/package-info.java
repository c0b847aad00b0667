/** What a pass would do, found out without writing. */
package org.mailwain.engine.internal.plan;
