package org.mailwain.engine;

/** Takes differences as they are found, folder by folder. Called on the thread that verifies. */
@FunctionalInterface
public interface DifferenceSink {
    void found(Difference difference);

    DifferenceSink NONE = difference -> {};
}
