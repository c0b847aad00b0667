package org.mailwain.demo.internal.x509;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A certificate of version 3 (RFC 5280 section 4.1), signed by ECDSA with SHA-256. */
public final class CertificateWriter {
    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] VERSION_3 = Der.value(0xA0, Der.integer(BigInteger.TWO));
    private static final byte[] SUBJECT_KEY = Der.oid(2, 5, 29, 14);
    private static final byte[] KEY_USAGE = Der.oid(2, 5, 29, 15);
    private static final byte[] SUBJECT_ALTERNATIVES = Der.oid(2, 5, 29, 17);
    private static final byte[] BASIC_CONSTRAINTS = Der.oid(2, 5, 29, 19);
    private static final byte[] AUTHORITY_KEY = Der.oid(2, 5, 29, 35);
    private static final int KEY_IDENTIFIER = 0x80;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final byte DIGITAL_SIGNATURE = (byte) 0x80;
    private static final byte CERT_SIGN_AND_CRL_SIGN = 0x06;

    private final String issuer;
    private final PublicKey issuerKey;
    private final BigInteger serial;

    /** What one authority issues under one serial number. */
    public CertificateWriter(String issuer, PublicKey issuerKey, BigInteger serial) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.serial = serial;
    }

    /** The part of the authority's own certificate that is signed. */
    public byte[] authority(Instant from, Instant to) {
        List<byte[]> extensions = List.of(
                critical(BASIC_CONSTRAINTS, Der.sequence(Der.TRUE)),
                critical(KEY_USAGE, Der.bits(new byte[] {CERT_SIGN_AND_CRL_SIGN}, 1)));
        return body(issuer, issuerKey, from, to, extensions);
    }

    /** The part of a server's certificate that is signed. @param names host names and IPv4 addresses */
    public byte[] server(PublicKey key, List<String> names, Instant from, Instant to) {
        byte[][] alternatives =
                names.stream().map(CertificateWriter::alternative).toArray(byte[][]::new);
        List<byte[]> extensions = List.of(
                critical(BASIC_CONSTRAINTS, Der.sequence()),
                critical(KEY_USAGE, Der.bits(new byte[] {DIGITAL_SIGNATURE}, 7)),
                Der.sequence(SUBJECT_ALTERNATIVES, Der.octets(Der.sequence(alternatives))));
        return body(names.getFirst(), key, from, to, extensions);
    }

    private byte[] body(String subject, PublicKey key, Instant from, Instant to, List<byte[]> special) {
        byte[] validity = Der.sequence(Der.time(from), Der.time(to));
        List<byte[]> all = new ArrayList<>(special);
        all.add(Der.sequence(SUBJECT_KEY, Der.octets(Der.octets(identifier(key)))));
        all.add(Der.sequence(
                AUTHORITY_KEY, Der.octets(Der.sequence(Der.value(KEY_IDENTIFIER, identifier(issuerKey))))));
        byte[] extensions = Der.value(0xA3, Der.sequence(all.toArray(byte[][]::new)));
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

    private static byte[] critical(byte[] kind, byte[] value) {
        return Der.sequence(kind, Der.TRUE, Der.octets(value));
    }

    /** RFC 7093 section 2: the first 160 bits of a SHA-256 over the key. */
    private static byte[] identifier(PublicKey key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
