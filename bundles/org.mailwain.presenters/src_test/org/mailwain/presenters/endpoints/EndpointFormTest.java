package org.mailwain.presenters.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.settings.Advanced;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Required;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.presenters.settings.FormField;
import org.mailwain.project.Catalog;
import org.mailwain.project.yaml.YamlValue;

/** The form of a kind that somebody else brings: nothing of ours knows it but by its settings record. */
class EndpointFormTest {
    private static final Catalog CATALOG =
            new Catalog(Map.of("tapes", new Tapes(), "zip", new Tapes()), Map.of(), Map.of(), List.of());

    private record TapeSettings(
            @Required String drive,
            @Default("4") int heads,
            @Advanced @Default("false") boolean rewind) {}

    private record Tapes() implements SourceProvider {
        @Override
        public String kind() {
            return "tapes";
        }

        @Override
        public Class<? extends Record> settings() {
            return TapeSettings.class;
        }

        @Override
        public String address(Endpoint endpoint) {
            return "tapes";
        }

        @Override
        public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MailboxReader open(Endpoint endpoint, Login login, SessionContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<String> names(List<FormField> fields) {
        return fields.stream().map(field -> field.setting().name()).toList();
    }

    @Test
    void offersTheKindAndAsksForWhatItsRecordNames() throws FailureException {
        YamlEditing editing = new YamlEditing("a.endpoint.yaml", "kind: unknown\n".getBytes(StandardCharsets.US_ASCII));
        EndpointForm form = new EndpointForm(editing, CATALOG);
        assertThat(form.kinds()).containsExactly("tapes", "zip");
        assertThat(form.kind()).isEmpty();
        assertThat(form.connection()).isEmpty();
        editing.set(EndpointForm.KIND, YamlValue.text("tapes"));
        assertThat(form.kind()).contains("tapes");
        assertThat(names(form.connection())).containsExactly("drive", "heads");
        assertThat(names(form.advanced())).containsExactly("rewind");
        assertThat(form.connection().get(1).effective(editing)).isEqualTo("4");
        assertThat(names(form.limits())).contains("connections", "bytesPerDay");
        assertThat(form.isInsecure()).isFalse();
    }
}
