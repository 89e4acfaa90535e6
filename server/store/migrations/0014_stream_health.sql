-- How an entrance stood when it was last heard, and its readers found without reading all that was ever covered.
ALTER TABLE stream ADD COLUMN clock_offset_ms INTEGER;                    -- server less entrance, on arrival
ALTER TABLE stream ADD COLUMN journal_seq INTEGER NOT NULL DEFAULT 0;     -- the newest row of its journal
CREATE INDEX coverage_by_stream ON coverage (stream_no, reader, position);
