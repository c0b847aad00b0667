package org.mailwain.cli.internal;

/** What a script gets from a verb that writes a file or a folder. */
record Written(String written) {}
