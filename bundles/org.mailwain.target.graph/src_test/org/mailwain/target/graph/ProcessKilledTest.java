package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.simulator.graph.Faults;
import org.mailwain.tck.memory.MemoryMailbox;

/**
 * A process of its own that is killed as by {@code kill -9} at the very moment when a message has been made: what a
 * further process finds and leaves is what an undisturbed one does. More deaths with {@code -Dmailwain.graph.kills=…}.
 */
class ProcessKilledTest {
    private static final int KILLS = Integer.getInteger("mailwain.graph.kills", 1);
    private static final int MESSAGES = 12;

    /** The process: its arguments are folder, port, authority, strategy and way; the token comes by standard input. */
    public static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws FailureException, IOException {
            String token = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII);
            GraphSettings settings = GraphSettings.DEFAULT
                    .at("localhost", Integer.parseInt(arguments[1]), Path.of(arguments[2]))
                    .by(Strategy.valueOf(arguments[3]), Boolean.parseBoolean(arguments[4]));
            SignIn signIn = new SignIn(
                    SignIn.Mechanism.OAUTHBEARER, GraphFixture.ADDRESS, Optional.empty(), () -> Secret.of(token));
            MemoryMailbox source = new MemoryMailbox();
            Passage.fill(source, MESSAGES);
            Endpoint to = new Endpoint("tenant", "graph", settings, EndpointLimits.DEFAULT);
            Login target = new Login(GraphFixture.ADDRESS, signIn, Optional.empty());
            Passage.of(source, to, target, Path.of(arguments[0])).run(Steps.endless(), Cancel.NEVER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledByAKill(TroubleTest.Way way) throws Exception {
        Map<String, List<String>> expected;
        try (Migration calm = way.migration()) {
            calm.run();
            expected = calm.subjects();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (Migration migration = way.migration()) {
                Faults faults = migration.tenant.simulator().faults();
                int last = 2 + kill * (MESSAGES - 3) / KILLS;
                int[] made = {0};
                AtomicReference<Process> child = new AtomicReference<>();
                faults.next(
                        1,
                        request -> request.creates() && ++made[0] == last && kill(child),
                        new Faults.Effect.CutAfter());
                Process process = start(migration, way);
                child.set(process);
                process.getOutputStream().write(migration.tenant.token().getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().close();
                assertThat(process.waitFor()).as(way + ": exit").isEqualTo(137);
                faults.clear();
                assertThat(migration.run().failure()).isNull();
                assertThat(migration.subjects())
                        .as(way + ": killed at message " + last)
                        .isEqualTo(expected);
                assertThat(migration.run().copied()).isZero();
            }
        }
    }

    private static boolean kill(AtomicReference<Process> child) {
        child.get().destroyForcibly();
        return true;
    }

    private static Process start(Migration migration, TroubleTest.Way way) throws IOException {
        GraphSettings settings = migration.tenant.settings();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        migration.folder().toString(),
                        settings.port().orElseThrow().toString(),
                        GraphFixture.ca().toString(),
                        settings.strategy().name(),
                        Boolean.toString(settings.mimeIntoFolder()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
