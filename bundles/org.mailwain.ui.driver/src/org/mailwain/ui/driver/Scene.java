package org.mailwain.ui.driver;

/** One part of the workbench brought to where it is worth a picture, or a test. */
public interface Scene {
    /** Lower-case words with hyphens; the name of the picture. */
    String name();

    /** Whether it makes pictures of the documentation; else it is a test alone. */
    default boolean isPictured() {
        return true;
    }

    /** On a thread of its own. @throws Exception where the workbench does not do what it should */
    void play(Driver driver) throws Exception;
}
