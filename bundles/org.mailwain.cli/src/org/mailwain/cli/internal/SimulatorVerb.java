package org.mailwain.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.OperationFailure;
import org.mailwain.simulator.graph.Application;
import org.mailwain.simulator.graph.GraphSimulator;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.Sku;
import org.mailwain.simulator.graph.Tenant;
import picocli.CommandLine;

/** {@code mailwain simulator graph} and {@code gmail}: servers to rehearse with, until they are stopped. */
@CommandLine.Command
final class SimulatorVerb extends Verb {
    private enum Service {
        GRAPH,
        GMAIL
    }

    private static final int GRAPH_PORT = 8443;
    private static final int GMAIL_PORT = 9993;
    private static final String DOMAIN = "contoso.example";

    @CommandLine.Parameters(index = "0", paramLabel = "SERVICE", descriptionKey = "mailwain.simulator.service")
    private Service service;

    @CommandLine.Option(names = "--port", paramLabel = "PORT", descriptionKey = "mailwain.simulator.port")
    private Integer port;

    @CommandLine.Option(names = "--into", paramLabel = "DIR", descriptionKey = "mailwain.simulator.into")
    private Path into = Path.of("simulator");

    @CommandLine.Option(names = "--mailbox", paramLabel = "ADDRESS", descriptionKey = "mailwain.simulator.mailbox")
    private List<String> mailboxes = List.of("anna@" + DOMAIN, "zoe@" + DOMAIN);

    @CommandLine.Option(names = "--licences", paramLabel = "NUMBER", descriptionKey = "mailwain.simulator.licences")
    private int licences = 25;

    @CommandLine.Option(names = "--faster", paramLabel = "TIMES", descriptionKey = "mailwain.simulator.faster")
    private int faster = 1;

    @CommandLine.Option(names = "--messages", paramLabel = "NUMBER", descriptionKey = "mailwain.simulator.messages")
    private int messages = 200;

    /** What a script gets. */
    record Running(String base, String tenant, String clientId, Path caFile, Path secretFile) {}

    @Override
    protected ExitCode work() throws FailureException {
        try {
            Path folder = Files.createDirectories(project().resolve(into));
            if (service == Service.GMAIL) {
                gmail(folder);
            } else {
                graph(folder);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(into, e), e);
        }
    }

    private void gmail(Path folder) throws IOException {
        try (GmailRehearsal gmail =
                new GmailRehearsal(port == null ? GMAIL_PORT : port, messages, folder.resolve("ca.pem"))) {
            GmailRehearsal.Running running = gmail.running();
            if (json()) {
                printJson(running);
            } else {
                say(
                        "simulator.gmail",
                        Integer.toString(running.port()),
                        running.user(),
                        running.password(),
                        running.caFile(),
                        running.messages(),
                        Texts.size(running.bytes()));
            }
            terminal().out().flush();
            untilStopped();
            if (json()) {
                printJson(gmail.ended());
            } else {
                say("simulator.served", Texts.size(gmail.ended().served()));
            }
        }
    }

    private void graph(Path folder) throws IOException {
        SimulatorOptions options = SimulatorOptions.DEFAULT
                .onPort(port == null ? GRAPH_PORT : port)
                .limitedTo(Limits.REAL.scaled(Math.max(1, faster)));
        try (GraphSimulator simulator = GraphSimulator.start(options)) {
            Path ca = folder.resolve("ca.pem");
            Path secret = folder.resolve("client-secret.txt");
            simulator.authority().writePem(ca);
            Application application = fill(simulator.tenant(), secret);
            Running running = new Running(
                    simulator.base(),
                    simulator.tenant().id().toString(),
                    application.id().toString(),
                    ca,
                    secret);
            if (json()) {
                printJson(running);
            } else {
                say("simulator.running", running.base(), running.tenant(), running.clientId(), ca, secret);
            }
            terminal().out().flush();
            untilStopped();
        }
    }

    private Application fill(Tenant tenant, Path secretFile) throws IOException {
        Sku sku = Sku.of("O365_BUSINESS_ESSENTIALS", "EXCHANGE_S_STANDARD", licences);
        tenant.domain(DOMAIN, true).domain("contoso.onmicrosoft.com", true).sku(sku);
        for (String address : mailboxes) {
            String domain = address.substring(address.indexOf('@') + 1);
            if (!tenant.verified(domain)) {
                tenant.domain(domain, true);
            }
            tenant.mailbox(address);
            tenant.license(tenant.find(address).in("DE"), sku);
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OwnerFile.write(secretFile, secret.getBytes(StandardCharsets.US_ASCII));
        return tenant.register(secret, Application.MIGRATION);
    }

    private void untilStopped() {
        CountDownLatch stopped = new CountDownLatch(1);
        try (var wish = context().cancel().onCancel(stopped::countDown)) {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
