package org.mailwain.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What tests need to have a display of their own. */
final class Display {
    private Display() {}

    /** @throws TestAbortedException where a program is missing; an {@link AssertionError} under {@code MAILWAIN_CI=1} */
    static void require(String... programs) {
        for (String program : programs) {
            if (Stream.of(System.getenv("PATH").split(":"))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                if ("1".equals(System.getenv("MAILWAIN_CI"))) {
                    throw new AssertionError(program + " is missing");
                }
                System.err.println("skipped, since there is no " + program);
                throw new TestAbortedException(program + " is missing");
            }
        }
    }
}
