package org.mailwain.api.progress;

/** Takes events from any thread; quick, and never fails the work that reports to it. */
@FunctionalInterface
public interface Progress {
    void happened(RunEvent event);

    Progress SILENT = event -> {};
}
