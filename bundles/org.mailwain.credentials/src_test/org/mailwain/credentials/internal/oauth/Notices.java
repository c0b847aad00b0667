package org.mailwain.credentials.internal.oauth;

import java.util.Optional;
import java.util.function.Consumer;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;

/** A person who does what is shown to him. */
record Notices(Consumer<Asks.Question> does) implements Asks {
    @Override
    public Optional<Secret> secret(Question question) {
        return Optional.empty();
    }

    @Override
    public boolean confirm(Question question) {
        return false;
    }

    @Override
    public void tell(Question notice) {
        does.accept(notice);
    }
}
