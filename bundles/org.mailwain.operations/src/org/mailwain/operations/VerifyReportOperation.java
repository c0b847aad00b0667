package org.mailwain.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.Manifest;
import org.mailwain.report.Seal;
import org.mailwain.report.SignerKey;

/** Says whether a report is as it was written, and whose it is. Needs no project. */
public final class VerifyReportOperation {
    private static final long LONGEST_KEY = 64 * 1024;

    private final Optional<SignerKey> key;
    private final Optional<String> fingerprint;

    /**
     * What can be said of a report.
     *
     * @param signer fingerprint of the key that the signature names, or empty
     * @param files named in the manifest
     * @param differences files that differ from it
     */
    public record Result(Verdict verdict, String signer, long files, List<FileDifference> differences) {
        /** Whether nothing speaks against it. */
        public boolean good() {
            return verdict == Verdict.CONFIRMED || verdict == Verdict.SIGNER_UNKNOWN;
        }
    }

    /** How a file differs from the manifest. */
    public enum Difference {
        CHANGED,
        MISSING,
        ADDED
    }

    /** @param path relative to the report, with {@code /} */
    public record FileDifference(String path, Difference difference) {}

    /** The worst that holds. */
    public enum Verdict {
        /** Files differ from the manifest. */
        ALTERED,
        /** The manifest differs from what was signed, or its signature cannot be read. */
        SIGNATURE_BROKEN,
        /** Files are as the manifest says; nobody signed that. */
        UNSIGNED,
        /** Unaltered, and signed by another key than the one given. */
        OTHER_SIGNER,
        /** Unaltered since signing; nobody said whose key it should be. */
        SIGNER_UNKNOWN,
        /** Unaltered since it was signed by the key given. */
        CONFIRMED
    }

    /**
     * @param keyFile the signer's public key, or null
     * @param fingerprint of it, or null
     * @throws FailureException {@link OperationFailure#NO_SIGNER} where the file holds no key, or the text is none
     */
    public VerifyReportOperation(Path keyFile, String fingerprint) throws FailureException {
        this.key = keyFile == null ? Optional.empty() : Optional.of(read(keyFile));
        this.fingerprint = Optional.ofNullable(fingerprint);
        if (fingerprint != null && !SignerKey.isFingerprint(fingerprint)) {
            throw OperationFailure.NO_SIGNER.raise(fingerprint);
        }
    }

    private static SignerKey read(Path file) throws FailureException {
        try {
            String pem = Files.size(file) > LONGEST_KEY ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            return SignerKey.ofPem(pem).orElseThrow(() -> OperationFailure.NO_SIGNER.raise(file));
        } catch (IOException e) {
            throw new FailureException(OperationFailure.READ.with(file, e), e);
        }
    }

    public Result verify(Path report, Cancel cancel) throws FailureException {
        Manifest.Findings findings = Manifest.verify(report, cancel);
        Seal seal = Seal.of(report);
        String signer = seal.signer() == null ? "" : seal.signer().fingerprint();
        List<FileDifference> differences = findings.differences().stream()
                .map(finding -> new FileDifference(
                        finding.path(),
                        switch (finding.difference()) {
                            case CHANGED -> Difference.CHANGED;
                            case MISSING -> Difference.MISSING;
                            case ADDED -> Difference.ADDED;
                        }))
                .toList();
        return new Result(verdict(findings, seal), signer, findings.files(), differences);
    }

    private Verdict verdict(Manifest.Findings findings, Seal seal) {
        if (seal.standing() == Seal.Standing.BROKEN) {
            return Verdict.SIGNATURE_BROKEN;
        } else if (!findings.unaltered()) {
            return Verdict.ALTERED;
        } else if (seal.standing() == Seal.Standing.UNSIGNED) {
            return Verdict.UNSIGNED;
        } else if (key.isEmpty() && fingerprint.isEmpty()) {
            return Verdict.SIGNER_UNKNOWN;
        }
        boolean right = key.map(seal.signer()::equals).orElse(true)
                && fingerprint.map(seal.signer()::isCalled).orElse(true);
        return right ? Verdict.CONFIRMED : Verdict.OTHER_SIGNER;
    }
}
