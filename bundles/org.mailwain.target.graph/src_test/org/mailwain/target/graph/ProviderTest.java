package org.mailwain.target.graph;

import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.tck.ProviderContract;
import org.mailwain.tck.ProviderFixture;

class ProviderTest implements ProviderContract, ProviderFixture {
    private final GraphFixture tenant = new GraphFixture(Strategy.JSON, true);

    @Override
    public ProviderFixture fixture() {
        return this;
    }

    @Override
    public GraphTarget provider() {
        return tenant.provider();
    }

    @Override
    public Endpoint endpoint() {
        return tenant.endpoint(tenant.settings());
    }

    @Override
    public Login login() {
        return tenant.login(GraphFixture.ADDRESS);
    }

    @Override
    public Optional<Login> wrongLogin() {
        SignIn wrong = new SignIn(SignIn.Mechanism.OAUTHBEARER, "x", Optional.empty(), () -> Secret.of(WRONG_PASSWORD));
        return Optional.of(new Login(GraphFixture.ADDRESS, wrong, Optional.empty()));
    }

    @Override
    public Optional<Endpoint> dead() {
        return Optional.of(tenant.endpoint(tenant.settings().at("localhost", 1, GraphFixture.ca())));
    }

    @Override
    public void close() {
        tenant.close();
    }
}
