package org.mailwain.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.settings.PerRow;
import org.mailwain.api.settings.Range;

class RowSettingsTest {
    private static final SettingsContext CONTEXT = new SettingsContext(Path.of(""), SecretNames.UNOPENED);

    record Provider(
            String host,
            @PerRow Optional<String> folder,
            @PerRow @Range(min = 1, max = 60) Duration patience) {}

    private static final Provider OF_ENDPOINT = new Provider("a", Optional.of("b"), Duration.ofSeconds(5));

    @Test
    void takeThePlaceOfTheEndpointsOwn() throws Exception {
        assertThat(RowSettings.over(OF_ENDPOINT, Map.of("folder", "c", "patience", "7 s"), CONTEXT))
                .isEqualTo(new Provider("a", Optional.of("c"), Duration.ofSeconds(7)));
        assertThat(RowSettings.over(OF_ENDPOINT, Map.of(), CONTEXT)).isSameAs(OF_ENDPOINT);
    }

    @Test
    void failForTheMailboxWhereTheyCannotBe() {
        assertThatThrownBy(() -> RowSettings.over(OF_ENDPOINT, Map.of("patience", "2 h"), CONTEXT))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().scope()).isEqualTo(Scope.MAILBOX));
    }
}
