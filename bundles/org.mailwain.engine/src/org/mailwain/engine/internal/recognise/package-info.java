/** Which item of a target stands for which item of a source. */
package org.mailwain.engine.internal.recognise;
