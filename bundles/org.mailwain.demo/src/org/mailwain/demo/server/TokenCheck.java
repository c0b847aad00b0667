package org.mailwain.demo.server;

/** Whether a token lets a user in. Called from connection threads. */
@FunctionalInterface
public interface TokenCheck {
    boolean accepts(String user, String token);
}
