package org.mailwain.simulator.graph;

/**
 * A request that was answered.
 *
 * @param begin {@link System#nanoTime()} when it had arrived
 * @param end likewise when its answer was ready
 * @param path without host and query
 * @param retryAfter seconds that the answer names, below 0 where it names none
 */
public record Logged(long begin, long end, String method, String path, int status, int retryAfter) {}
