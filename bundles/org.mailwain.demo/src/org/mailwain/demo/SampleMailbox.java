package org.mailwain.demo;

/**
 * One person of the sample.
 *
 * @param user login at the old server
 * @param address mail address, and login, at the new server
 */
public record SampleMailbox(String user, String password, String name, String address) {}
