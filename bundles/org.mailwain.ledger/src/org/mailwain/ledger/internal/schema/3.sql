-- Source folders that the last pass left out, and what each source mailbox gave out by the hour, for daily limits.
CREATE TABLE left_out (
    mailbox BIGINT NOT NULL,
    source TEXT NOT NULL,
    items BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (mailbox, source)
){clustered};

CREATE TABLE drawn (
    endpoint TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    hour BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (endpoint, mailbox, hour)
){clustered};
