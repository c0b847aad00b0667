package org.mailwain.target.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.MicrosoftCloud;
import org.mailwain.api.signin.MicrosoftProof;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
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

    @Test
    void aCloudThatIsClosedAndTwoCertificatesAreFaults() {
        MicrosoftProof proof = new MicrosoftProof.Certificate(
                Optional.of(Path.of("a.pem")), Optional.of(Secret.of("pem")), Optional.empty(), false);
        assertThat(faults(MicrosoftCloud.GERMANY, new MicrosoftProof.DeviceCode()))
                .containsExactly(ApiFailure.CLOUD_CLOSED.code());
        assertThat(faults(MicrosoftCloud.CHINA, proof)).containsExactly(ApiFailure.ONE_OF_TWO.code());
        assertThat(faults(MicrosoftCloud.CHINA, new MicrosoftProof.DeviceCode()))
                .isEmpty();
    }

    private List<String> faults(MicrosoftCloud cloud, MicrosoftProof proof) {
        GraphSettings settings = GraphSettings.DEFAULT.signingIn(new SignInMethod.Microsoft(
                cloud, "contoso.example", "id", proof, Optional.empty(), Optional.empty(), Optional.empty()));
        return provider().faults(settings).stream()
                .map(fault -> fault.failure().code())
                .toList();
    }

    @Test
    void eachCloudHasItsOwnAddress() {
        List<String> addresses = new ArrayList<>();
        for (MicrosoftCloud cloud : MicrosoftCloud.values()) {
            addresses.add(GraphSettings.DEFAULT
                    .signingIn(new SignInMethod.Microsoft(
                            cloud,
                            "contoso.example",
                            "id",
                            new MicrosoftProof.DeviceCode(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                    .base());
        }
        assertThat(addresses)
                .contains(
                        "https://graph.microsoft.com",
                        "https://graph.microsoft.us",
                        "https://dod-graph.microsoft.us",
                        "https://microsoftgraph.chinacloudapi.cn");
    }

    @Override
    public void close() {
        tenant.close();
    }
}
