package org.mailwain.simulator.graph;

import java.time.Duration;

/**
 * What one application may ask of one mailbox. Requests that are refused count as well.
 *
 * @param concurrent requests at the same time
 * @param requests within any time of the length of requestWindow
 * @param uploadBytes request bodies within any time of the length of uploadWindow
 */
public record Limits(int concurrent, int requests, Duration requestWindow, long uploadBytes, Duration uploadWindow) {
    /** Those that Microsoft publishes for Outlook resources. */
    public static final Limits REAL = new Limits(4, 10_000, Duration.ofMinutes(10), 150L << 20, Duration.ofMinutes(5));

    public static final Limits NONE = new Limits(
            Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofMinutes(10), Long.MAX_VALUE, Duration.ofMinutes(5));

    /** Everything so many times smaller, time included: a day's course in minutes. */
    public Limits scaled(int by) {
        return new Limits(
                concurrent, requests / by, requestWindow.dividedBy(by), uploadBytes / by, uploadWindow.dividedBy(by));
    }
}
