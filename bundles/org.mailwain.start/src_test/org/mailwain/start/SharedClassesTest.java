package org.mailwain.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import org.junit.jupiter.api.Test;

class SharedClassesTest {
    @Test
    void findTheirJarsInFoldersWithBlanks() throws MalformedURLException {
        File jar = new File("/Program Files/mail+wain ä/plugins/a_1.0.0.jar");
        assertThat(SharedClasses.file(jar.toURI().toURL())).isEqualTo(jar);
    }

    @Test
    void knowNoBundleBeforeThereIsAFramework() {
        assertThat(SharedClasses.of(SharedClassesTest.class)).isEmpty();
    }
}
