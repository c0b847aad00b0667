package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.credentials.Secret;

/** Private keys that a password opens, as OpenSSL and others write them (PKCS#8, RFC 5958; PKCS#5, RFC 8018). */
class KeyMaterialTest {
    private static final String PASSWORD = "opensesame";
    /** Of the key in both, which opens nothing anywhere. */
    private static final BigInteger MODULUS = new BigInteger(
            "C775513C20F4A799F0B2873918E3871B7BC227E3BF6950180E4926A0704E9593A2F006571A512BB8185472D9"
                    + "36733248599414397C27CCF4A234058D4B9C757CAEF8097AA1773D50F9E9F82215EA2129EE2C409106958EBB"
                    + "D2C11DE48C7D5C79AE5AC29583C8F299DDC23153E86E05819323F44F8996955992484F78040540BD",
            16);

    /** {@code openssl pkcs8 -topk8}, version 3: PBES2, PBKDF2 with HMAC-SHA256, AES-256-CBC. */
    private static final String OPENSSL = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIIC3TBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIEG6HhcvVP3wCAggA
            MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBBF+yAoRcrEIoWIc/3aRMteBIIC
            gJas0U1/9ExF2wrliUTP3PxszWadT5ijF8sZ0u310NYmV52ddJanTrtPPror1pHp
            bEfUKoij8+RaDIcixFwW9EjSLKIok2MqjjDP8Q7ph2L7HSwVEFrUdhxyCtAhFFha
            pkfgF/thGntdiHZk1ud4RTrXpCoXCXJPlMvkoF7nk/nZvTVv0kX9Z7+HiNTdmKo3
            4ZC3fPdOVFCQxtuYLBoVFb78wQcwiQX14OM5QOEhOsTpNrNEzQicaUJT/DlO+q/i
            uCRkFMnm/0BaLOi+yUNW5AkgnApTDzCytrIPxvMqz2AZbW8GF7G2oeeAhAmkczAx
            xPrwyVO5qAlwgVbWHiiFesC5+OQkHLftc2uGBGmycMAEOmEygFVyhO55Vx1NwpXp
            x0H2e/sFV2zxfJYliA68DJtZnu8vHgfKYvYFK4BxljqY0hqKuDdng7zvumQSOdCB
            dtxMpiIIrztK/oDk5mUG06DGKn2zjoBj598jp0vYoUREI0hZ9zmg9wLz3BVmW8gw
            Z4N0FTSOM3NN6QR3kOiTECqXzCSJtbsCJWkBRu38pcZM0W5MSkC8JXpQtdoFIW5v
            /pGuw9eRfaG5VflYERueDfDa4EanTMm3BxzfCVaV6o7r7/wc/QYg1HysuoUpzv+R
            TxyGUxQPyY3JNEUAduuHgHKbDh2WNxB6QtPViN5Ex6OsLnLtqacmKNycMi3DOSy4
            ptdfD7mDDRQOu0z24D+4f+giDF6Nr1odOrLN0+9GlSW8OeNqFMFf/IqA4bHf+l8r
            mlWzrDUuVM2Sir/AIh9XUYHtqBz6WsKaKF3k2wQEHqp9iYiwggA6wTjZgEni2v4M
            5HKhgzCKdNsFRETu4CqXAqQ=
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /** {@code openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES}, as tools of years ago did. */
    private static final String OLDER = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIICojAcBgoqhkiG9w0BDAEDMA4ECK7VgH1lnx2LAgIIAASCAoCHtEZYNr5W4Pgm
            ext/mYktqpRKjPakLDTIYx0kvSLf2shCv7hokLvp7dS41A1uZdCv/mwlMeoJr9hF
            N7Ag2z7vUV1lLZHa5s9I8rFaugEpo6+TSOQqFbNB95VSYUlMEXZ3m8u6+pl2VatX
            wMkLxIh3loS2njsN7lpOHBDpNYZv+um/FeXWOpLwHavOl6w1yHekErtclcxFX2+7
            OHFGYDKbNTKhB5anEiD4Cb/L0uO5PDvyC+XtiM0ScvuMzk32Ir/5Ug9KI0HO3/nh
            SQi0PK+7dFbzydCEBZ5/b61eSstcncncrxYH1DUaJnYyXDmKgTHc50OjWBXT3dGm
            D9ApK7rMOl01LDmFXPEOSRLyxnZD/8BI5XGaF/MHHPi+8p6lXHYq0MeLoy9Pqm50
            FlMHJT02fl3C9h3gbpbn+Lm20jpyjOxBUg3wfkNC22mphWndcjv0+I8U4FuMjcGh
            r7PCBRtvWTwZ0O0TUOGebgt4lGYetB4h646e2RadYMcUEuZgKaHhzDqYvPfuJU7R
            BpTnJR5bJQCZEhTUP2ZMm7ELjdWeDoUPsYQjGxwrk9p6jQF2PZNqvIWXd6PT7Erz
            Wa1NU7ehXRUhUp3cMO7vOjwv4dqIWEDdSEIgLzJcAY6yr0Vw3W+g1MlCWlMp9Q+Y
            JHq9sq/m3+qE506svKsvWPMyU1qsBwQupBr33CJAIjUu2HY6bJJeZchTJRYjjVsq
            ZyiEwXPS06qVIWrw0mfP0I8GjwoXSC03/S5LNVEMZPxQvwNrKygtumz+k2pD7oek
            rs0Cz0ScupgJkE/r3bMYd5zQPIGXkmyZIOVS0xnItcXxYYgwZemkXZMOULPofWjy
            RvMbz/+B
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    private static KeyMaterial read(String pem, String password) throws GeneralSecurityException {
        return KeyMaterial.read(
                pem.getBytes(StandardCharsets.US_ASCII),
                Optional.ofNullable(password).map(Secret::of));
    }

    private static BigInteger modulus(KeyMaterial material) {
        return ((RSAPrivateKey) material.key()).getModulus();
    }

    @Test
    void readsWhatOpensslEncrypted() throws Exception {
        assertThat(modulus(read(OPENSSL, PASSWORD))).isEqualTo(MODULUS);
        assertThat(modulus(read(OLDER, PASSWORD))).isEqualTo(MODULUS);
    }

    @Test
    void anotherPasswordOrNoneIsToldAndNotShown() {
        for (String wrong : new String[] {"s3cret-other", "", null}) {
            for (String pem : new String[] {OPENSSL, OLDER}) {
                assertThatThrownBy(() -> read(pem, wrong))
                        .isInstanceOf(GeneralSecurityException.class)
                        .hasMessageNotContaining("s3cret-other");
            }
        }
    }

    @Test
    void aDamagedKeyIsTold() {
        String cut = OPENSSL.replaceAll("(?m)^[^-]{64}$(?s).*?(?=\n-----END)", "MIIC");
        assertThatThrownBy(() -> read(cut, PASSWORD)).isInstanceOf(GeneralSecurityException.class);
    }
}
