package org.mailwain.api.provider;

import java.util.List;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;

/** Takes the steps of a connection test as they pass. */
public interface ProbeSink {
    /** In the order in which they are tried. */
    enum Step {
        RESOLVE,
        CONNECT,
        TLS,
        CAPABILITIES,
        SIGN_IN,
        FOLDERS
    }

    /** @param findings addresses, protocol and certificate, capabilities, number of folders: what the step found */
    void passed(Step step, List<Argument> findings);

    /** Something that a person should know before a migration, though the step passes: what the server hides. */
    default void noticed(Failure remark) {}

    /** The last call of a probe that did not get through. */
    void failed(Step step, Failure failure);
}
