package org.mailwain.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.mailwain.rig.Rig.Server;

class RigTest {
    @Test
    void seedsAndNoticesThatTheTargetIsEmpty() {
        Rig rig = Rig.with(Server.SOURCE, Server.TARGET);
        assertThat(rig.imap(Server.SOURCE)).isNotEqualTo(rig.imap(Server.TARGET));
        assertThat(rig.said(Server.TARGET, "delimiter")).isEqualTo("/");
        assertThat(Files.exists(rig.ca())).isTrue();
        rig.seed("--users", "1", "--messages", "20");
        Rig.Result result = rig.verify("--source-user", Rig.user(1));
        assertThat(result.exit()).as(result.output()).isEqualTo(1);
        rig.wipe(Server.SOURCE);
        assertThat(rig.verify("--source-user", Rig.user(1)).exit()).isZero();
    }
}
