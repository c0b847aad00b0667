-- What shows that the copies of a pair are what was sent: one bit for each kind of proof.
ALTER TABLE pair ADD COLUMN proofs BIGINT NOT NULL DEFAULT 0;
