/** What left its source folder: its copy goes along to another folder, or goes, or stays. */
package org.mailwain.engine.internal.move;
