package org.mailwain.target.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.api.settings.SettingsFault;
import org.mailwain.api.tenant.TenantProvider;
import org.mailwain.target.graph.internal.Clients;
import org.osgi.service.component.annotations.Component;

/** Mailboxes of Microsoft 365 by Microsoft Graph, as a target. The SDK is loaded with the first session. */
@Component(service = TargetProvider.class)
public final class GraphTarget implements TargetProvider {
    private Clients clients;

    private synchronized Clients clients() {
        if (clients == null) {
            clients = new Clients();
        }
        return clients;
    }

    @Override
    public String kind() {
        return "graph";
    }

    @Override
    public Class<? extends Record> settings() {
        return GraphSettings.class;
    }

    @Override
    public List<SettingsFault> faults(Record settings) {
        GraphSettings graph = (GraphSettings) settings;
        List<SettingsFault> faults = new ArrayList<>(TargetProvider.super.faults(settings));
        if (graph.keyProperty().split("%s", -1).length != 2
                || graph.keyProperty().replace("%s", "").contains("%")) {
            faults.add(new SettingsFault("keyProperty", GraphFailure.KEY_PROPERTY.with(graph.keyProperty())));
        }
        return faults;
    }

    @Override
    public String address(Endpoint endpoint) {
        return endpoint.settings(GraphSettings.class).address();
    }

    @Override
    public Optional<TenantProvider> tenants() {
        return Optional.of((endpoint, credential, cancel) ->
                clients().tenant(endpoint.settings(GraphSettings.class), credential, cancel));
    }

    @Override
    public MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) throws FailureException {
        return clients().open(endpoint.settings(GraphSettings.class), login, context);
    }

    @Override
    public void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException {
        GraphSettings settings = endpoint.settings(GraphSettings.class);
        context.cancel().check();
        if (!reach(settings, sink) || login == null) {
            return;
        }
        ProbeSink.Step step = ProbeSink.Step.SIGN_IN;
        try (MailboxWriter session = open(endpoint, login, context)) {
            sink.passed(step, List.of(Argument.of(login.mailbox())));
            step = ProbeSink.Step.FOLDERS;
            sink.passed(step, List.of(Argument.of(session.folders().size())));
        } catch (FailureException e) {
            sink.failed(step, e.failure());
        }
    }

    private static boolean reach(GraphSettings settings, ProbeSink sink) {
        String address = settings.address();
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        InetAddress found;
        try {
            found = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            sink.failed(ProbeSink.Step.RESOLVE, GraphFailure.HOST_UNKNOWN.with(address));
            return false;
        }
        sink.passed(ProbeSink.Step.RESOLVE, List.of(Argument.of(found.getHostAddress())));
        try (Socket socket = new Socket()) {
            int wait = (int) settings.connectTimeout().toMillis();
            socket.connect(new InetSocketAddress(found, Integer.parseInt(address.substring(colon + 1))), wait);
        } catch (IOException e) {
            sink.failed(ProbeSink.Step.CONNECT, GraphFailure.CONNECT.with(address, e.getMessage()));
            return false;
        }
        sink.passed(ProbeSink.Step.CONNECT, List.of(Argument.of(address)));
        return true;
    }
}
