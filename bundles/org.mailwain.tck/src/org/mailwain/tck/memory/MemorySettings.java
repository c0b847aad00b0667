package org.mailwain.tck.memory;

import org.mailwain.api.settings.Default;

/** Settings of an endpoint in memory. @param server its name, for people; it has no other meaning */
public record MemorySettings(@Default("memory") String server) {}
