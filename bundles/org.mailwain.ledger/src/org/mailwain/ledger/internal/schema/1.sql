-- Times are milliseconds since 1970, paths and failures JSON. Numbers of pairs hold the number of their
-- mailbox in their upper bits, so that item, note and pair can be partitioned by mailbox.
CREATE TABLE meta (
    name VARCHAR(40) NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
){clustered};

INSERT INTO meta (name, value) VALUES ('schema', 0), ('fence', 0), ('batch', 0), ('mailbox', 0), ('target_mailbox', 0), ('target_folder', 0);

CREATE TABLE batch (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL UNIQUE,
    state VARCHAR(40) NOT NULL,
    since BIGINT NOT NULL
){clustered};

CREATE TABLE target_mailbox (
    id BIGINT NOT NULL PRIMARY KEY,
    endpoint TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    UNIQUE (endpoint, mailbox)
){clustered};

CREATE TABLE mailbox (
    id BIGINT NOT NULL PRIMARY KEY,
    target_mailbox BIGINT NOT NULL,
    source_endpoint TEXT NOT NULL,
    source_mailbox TEXT NOT NULL,
    fence BIGINT NOT NULL,
    holder TEXT NOT NULL,
    folders BIGINT NOT NULL,
    UNIQUE (target_mailbox, source_endpoint, source_mailbox)
){clustered};

-- A mailbox that left its batch's list has no position.
CREATE TABLE batch_mailbox (
    batch BIGINT NOT NULL,
    mailbox BIGINT NOT NULL,
    position BIGINT,
    label TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    since BIGINT NOT NULL,
    failure TEXT,
    last_synced BIGINT,
    passes BIGINT NOT NULL,
    PRIMARY KEY (batch, mailbox)
){clustered};

CREATE TABLE target_folder (
    id BIGINT NOT NULL PRIMARY KEY,
    target_mailbox BIGINT NOT NULL,
    path TEXT NOT NULL,
    epoch TEXT,
    next BIGINT NOT NULL,
    standing BIGINT NOT NULL,
    not_ours BIGINT NOT NULL,
    UNIQUE (target_mailbox, path)
){clustered};

-- From 'copied' on, sums over the items of the pair, kept by each commit. Outcomes, marks and bytes are those of items
-- that have not left the source; 'appended' and 'recognised_there' count what stands on the target for all of them.
CREATE TABLE pair (
    id BIGINT NOT NULL PRIMARY KEY,
    mailbox BIGINT NOT NULL,
    source TEXT NOT NULL,
    target_folder BIGINT NOT NULL,
    epoch TEXT,
    state TEXT NOT NULL,
    rules TEXT NOT NULL,
    settled SMALLINT NOT NULL,
    recognised BIGINT NOT NULL,
    first_copied BIGINT,
    last_copied BIGINT,
    intents BIGINT NOT NULL,
    listed BIGINT NOT NULL,
    copied BIGINT NOT NULL,
    already_there BIGINT NOT NULL,
    kept_elsewhere BIGINT NOT NULL,
    skipped_by_rule BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    vanished BIGINT NOT NULL,
    repaired BIGINT NOT NULL,
    changed_by_target BIGINT NOT NULL,
    merged_by_target BIGINT NOT NULL,
    kept_less BIGINT NOT NULL,
    may_be_doubled BIGINT NOT NULL,
    doubled_by_late_write BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    gone BIGINT NOT NULL,
    items BIGINT NOT NULL,
    retryable BIGINT NOT NULL,
    appended BIGINT NOT NULL,
    recognised_there BIGINT NOT NULL,
    UNIQUE (mailbox, source, target_folder)
){clustered};

CREATE INDEX pair_target ON pair (target_folder);

CREATE TABLE item (
    pair BIGINT NOT NULL,
    id {bytes} NOT NULL,
    outcome SMALLINT NOT NULL,
    marks SMALLINT NOT NULL,
    target {bytes},
    size BIGINT NOT NULL,
    fingerprint {bytes},
    sha256 {bytes},
    flags INTEGER NOT NULL,
    retryable SMALLINT NOT NULL,
    attempts INTEGER NOT NULL,
    gone SMALLINT NOT NULL,
    PRIMARY KEY (pair, id)
){clustered};

-- The index of items by fingerprint. New lines gather in fingerprint_new and are sorted in many at a time: each alone
-- would write a page of its own.
CREATE TABLE fingerprint (
    pair BIGINT NOT NULL,
    fingerprint {bytes} NOT NULL,
    id {bytes} NOT NULL,
    PRIMARY KEY (pair, fingerprint, id)
){clustered};

CREATE TABLE fingerprint_new (
    pair BIGINT NOT NULL,
    fingerprint {bytes} NOT NULL,
    id {bytes} NOT NULL
);

CREATE TABLE note (
    pair BIGINT NOT NULL,
    id {bytes} NOT NULL,
    failure TEXT,
    subject TEXT NOT NULL,
    sender TEXT NOT NULL,
    header_date TEXT NOT NULL,
    received BIGINT,
    message_id TEXT NOT NULL,
    original TEXT,
    repair TEXT,
    PRIMARY KEY (pair, id)
){clustered};

CREATE TABLE intent (
    number BIGINT NOT NULL PRIMARY KEY,
    mailbox BIGINT NOT NULL,
    pair BIGINT NOT NULL,
    target_mailbox BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    epoch TEXT NOT NULL,
    next BIGINT NOT NULL,
    attempt INTEGER NOT NULL,
    written BIGINT NOT NULL,
    items {bytes} NOT NULL
);

CREATE INDEX intent_target ON intent (target_mailbox);
