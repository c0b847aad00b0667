package org.mailwain.credentials.internal.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** An RSA key with its certificate, made by the JDK's own tool. */
record TestKeys(Path pkcs12, String password, X509Certificate certificate) {
    static TestKeys make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("app.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "app",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=app",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.out").toFile())
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.out")));
        }
        return new TestKeys(
                file, "changeit", (X509Certificate) store(file, "changeit").getCertificate("app"));
    }

    private static KeyStore store(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    String pem() throws IOException, GeneralSecurityException {
        byte[] key =
                store(pkcs12, password).getKey("app", password.toCharArray()).getEncoded();
        return block("PRIVATE KEY", key) + block("CERTIFICATE", certificate.getEncoded());
    }

    /** The key as older tools write it (PKCS#1), which is what stands inside PKCS#8 behind a head of 26 bytes. */
    String olderPem() throws IOException, GeneralSecurityException {
        byte[] key =
                store(pkcs12, password).getKey("app", password.toCharArray()).getEncoded();
        byte[] inner = java.util.Arrays.copyOfRange(key, 26, key.length);
        return block("CERTIFICATE", certificate.getEncoded()) + block("RSA PRIVATE KEY", inner);
    }

    private static String block(String name, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + name + "-----\n" + base64 + "\n-----END " + name + "-----\n";
    }
}
