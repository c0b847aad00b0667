-- Items that left the source: 'gone' is 1 while nothing was decided about their copies, 2 where these stay on the target,
-- 3 where they were moved along or removed. The index holds none of the items that stand there.
ALTER TABLE pair ADD COLUMN moved BIGINT NOT NULL DEFAULT 0;

ALTER TABLE pair ADD COLUMN removed BIGINT NOT NULL DEFAULT 0;

CREATE INDEX item_left ON item (pair, gone, id) WHERE gone > 0;
