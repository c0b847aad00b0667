package org.mailwain.demo.internal.x509;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A certificate of version 3 (RFC 5280 section 4.1), signed by ECDSA with SHA-256. */
public final class CertificateWriter {
    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] VERSION_3 = Der.value(0xA0, Der.integer(BigInteger.TWO));
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
    private static final byte CERT_SIGN_AND_CRL_SIGN = 0x06;

    private final String issuer;
    private final String subject;
    private final PublicKey key;
    private final BigInteger serial;

    public CertificateWriter(String issuer, String subject, PublicKey key, BigInteger serial) {
        this.issuer = issuer;
        this.subject = subject;
        this.key = key;
        this.serial = serial;
    }

    /** The part that is signed. @param names host names and IPv4 addresses of a server; empty for an authority */
    public byte[] body(Instant from, Instant to, boolean authority, List<String> names) {
        byte[] validity = Der.sequence(Der.time(from), Der.time(to));
        byte[] extensions = Der.value(0xA3, extensions(authority, names));
        return Der.sequence(
                VERSION_3,
                Der.integer(serial),
                ECDSA_SHA256,
                name(issuer),
                validity,
                name(subject),
                key.getEncoded(),
                extensions);
    }

    /** The body with its signature. */
    public static byte[] certificate(byte[] body, byte[] signature) {
        return Der.sequence(body, ECDSA_SHA256, Der.bits(signature, 0));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.utf8(commonName))));
    }

    private static byte[] extensions(boolean authority, List<String> names) {
        byte[] usage = authority
                ? Der.bits(new byte[] {CERT_SIGN_AND_CRL_SIGN}, 1)
                : Der.bits(new byte[] {DIGITAL_SIGNATURE}, 7);
        byte[] basic = authority ? Der.sequence(Der.TRUE) : Der.sequence();
        List<byte[]> extensions = new ArrayList<>();
        extensions.add(Der.sequence(Der.oid(2, 5, 29, 19), Der.TRUE, Der.octets(basic)));
        extensions.add(Der.sequence(Der.oid(2, 5, 29, 15), Der.TRUE, Der.octets(usage)));
        if (!names.isEmpty()) {
            byte[][] alternatives = names.stream().map(CertificateWriter::alternative).toArray(byte[][]::new);
            extensions.add(Der.sequence(Der.oid(2, 5, 29, 17), Der.octets(Der.sequence(alternatives))));
        }
        return Der.sequence(extensions.toArray(byte[][]::new));
    }

    private static byte[] alternative(String name) {
        if (!name.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Der.value(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
        String[] numbers = name.split("\\.");
        byte[] address = new byte[numbers.length];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return Der.value(IP_ADDRESS, address);
    }
}
