package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.Seal.Standing;
import org.mailwain.report.fixture.Samples;

class SealTest {
    @TempDir
    Path top;

    private Path signed(SigningKey key) throws Exception {
        return Samples.write(
                Samples.rich(), top.resolve("report"), new ReportExtras(Optional.of(key), Optional.empty()));
    }

    @Test
    void aReportThatNobodySignedSaysSo() throws Exception {
        Path folder = Samples.write(Samples.rich(), top.resolve("report"));
        assertThat(Seal.of(folder)).isEqualTo(new Seal(Standing.UNSIGNED, null));
        assertThat(Files.readString(folder.resolve("index.html")))
                .containsPattern("<div class=\"wide\"><dt>[^<]*</dt><dd>(<bdi>)?Not signed");
        assertThat(ReportReader.open(folder).report().info().signer()).isEmpty();
    }

    @Test
    void aSignatureHoldsForThisManifestAlone() throws Exception {
        SigningKey key = SigningKey.generate();
        Path folder = signed(key);
        assertThat(Seal.of(folder)).isEqualTo(new Seal(Standing.GOOD, key.signer()));
        assertThat(Manifest.verify(folder, Cancel.NEVER).unaltered()).isTrue();
        assertThat(ReportReader.open(folder).report().info().signer())
                .isEqualTo(key.signer().fingerprint());
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(key.signer().fingerprint());
        Path manifest = folder.resolve(Manifest.FILE);
        String before = Files.readString(manifest);
        Files.writeString(manifest, before.replaceFirst("\"size\":(\\d)", "\"size\":1$1"));
        assertThat(Seal.of(folder).standing()).isEqualTo(Standing.BROKEN);
        Files.writeString(manifest, before);
        assertThat(Seal.of(folder).standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void whoeverSignsAnewIsAnother() throws Exception {
        SigningKey key = SigningKey.generate();
        Path folder = signed(key);
        try (var manifest = Files.newInputStream(folder.resolve(Manifest.FILE))) {
            Files.writeString(folder.resolve(Manifest.SIGNATURE), Seal.text(SigningKey.generate(), manifest));
        }
        Seal seal = Seal.of(folder);
        assertThat(seal.standing()).isEqualTo(Standing.GOOD);
        assertThat(seal.signer()).isNotEqualTo(key.signer());
        assertThat(seal.signer().isCalled(key.signer().fingerprint())).isFalse();
    }

    @Test
    void whatIsNoSignatureIsBroken() throws Exception {
        Path folder = signed(SigningKey.generate());
        Path file = folder.resolve(Manifest.SIGNATURE);
        String good = Files.readString(file);
        for (String bad : new String[] {
            "", "rubbish", good.replace("Ed25519", "RSA"), good.replaceFirst("key: .", "key: !"), good.substring(0, 90)
        }) {
            Files.writeString(file, bad);
            assertThat(Seal.of(folder).standing()).as(bad).isEqualTo(Standing.BROKEN);
        }
    }

    @Test
    void aKeyComesBackFromTheStoreAndFromItsFile() {
        SigningKey key = SigningKey.generate();
        SigningKey again = SigningKey.of(key.secret()).orElseThrow();
        assertThat(again.signer()).isEqualTo(key.signer());
        assertThat(SignerKey.ofPem("more\n" + key.signer().pem())).contains(key.signer());
        assertThat(SignerKey.ofPem("none")).isEmpty();
        assertThat(SigningKey.of(Secret.of("none of it"))).isEmpty();
        String fingerprint = key.signer().fingerprint();
        assertThat(key.signer().isCalled(fingerprint.replace(' ', ':').toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(SignerKey.isFingerprint(fingerprint)).isTrue();
        assertThat(SignerKey.isFingerprint(fingerprint.substring(1))).isFalse();
        assertThat(key.toString()).isEqualTo(fingerprint);
    }

    @Test
    void originalsStandInTheReportOnlyWhereAsked() throws Exception {
        Path kept = top.resolve("project/.mailwain/originals/0001/15.eml");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "Subject: kept\r\n\r\n");
        Path without = Samples.write(Samples.rich(), top.resolve("without"));
        assertThat(without.resolve("originals")).doesNotExist();
        Path with = Samples.write(
                Samples.rich(),
                top.resolve("with"),
                new ReportExtras(Optional.empty(), Optional.of(top.resolve("project"))));
        assertThat(with.resolve("originals/15.eml")).hasSameBinaryContentAs(kept);
        assertThat(Manifest.verify(with, Cancel.NEVER).unaltered()).isTrue();
    }
}
