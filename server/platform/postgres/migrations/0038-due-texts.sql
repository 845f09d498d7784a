-- The words of a scan of 200 pages take a quarter of an hour, and a transaction that waits for two minutes is ended: such a
-- scan was begun again and again and never read. Whoever reads holds the row for a while now, outside of any transaction.
ALTER TABLE search_text
  ADD COLUMN ordered_at timestamptz NOT NULL DEFAULT '-infinity',
  ADD COLUMN taken_until timestamptz,
  -- Its pages have no text and are to be recognised: much slower, so it is taken on its own.
  ADD COLUMN scan boolean NOT NULL DEFAULT false;
CREATE INDEX search_text_due ON search_text (mandant_id, scan, ordered_at DESC) WHERE state = 'due';
DELETE FROM outbox WHERE topic = 'search.readText';
