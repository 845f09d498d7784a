-- Full text: what can be found of an Akte, a Vorgang, a Dokument. Derived from the records and rebuilt from them at any
-- time. DECISIONS.md, 39, says why the words are made by us and why the search runs in definer functions.

-- Compounds and slips are found among the words of the own stock.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE search_entry (
  -- Of the Akte, the Vorgang or the Dokument.
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  kind text NOT NULL CHECK (kind IN ('akte', 'vorgang', 'dokument')),
  akte_id uuid NOT NULL,
  vorgang_id uuid,
  -- As the record had them when its words were read; a newer class makes the entry due.
  access_class integer NOT NULL,
  -- Aktenzeichen without leading zeros, for the jump.
  reference text NOT NULL,
  plan text NOT NULL,
  state text,
  art text,
  day date NOT NULL,
  words tsvector NOT NULL,
  -- False where the text is longer than an entry can be.
  whole boolean NOT NULL,
  -- Of the version whose text the words include. Not called sha256: that would keep the object from being destroyed.
  object_hash text
);
CALL protect_by_mandant('search_entry', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX search_entry_words ON search_entry USING gin (words);
CREATE INDEX search_entry_reference ON search_entry (mandant_id, reference text_pattern_ops);
CREATE INDEX search_entry_day ON search_entry (mandant_id, day DESC, id);
CREATE INDEX search_entry_object_hash ON search_entry (mandant_id, object_hash) WHERE object_hash IS NOT NULL;

-- Text of stored bytes, read once per content. 'none': pages without text; 'unread': a kind that nothing reads.
CREATE TABLE search_text (
  mandant_id uuid NOT NULL REFERENCES mandant,
  object_hash text NOT NULL,
  state text NOT NULL CHECK (state IN ('due', 'text', 'none', 'unread', 'failed')),
  content text NOT NULL DEFAULT '',
  -- By what it was read: the bytes themselves, or recognition of a scan.
  origin text NOT NULL DEFAULT 'bytes' CHECK (origin IN ('bytes', 'ocr')),
  PRIMARY KEY (mandant_id, object_hash)
);
CALL protect_by_mandant('search_text', 'SELECT, INSERT, UPDATE, DELETE');

-- Every word of the index, for compounds that contain a word and for slips.
CREATE TABLE search_word (
  mandant_id uuid NOT NULL REFERENCES mandant,
  word text NOT NULL,
  PRIMARY KEY (mandant_id, word)
);
CALL protect_by_mandant('search_word', 'SELECT, INSERT');
CREATE INDEX search_word_parts ON search_word USING gin (word gin_trgm_ops);

-- Records whose words have to be read anew. Rows are only added, so that no act waits for the reader.
CREATE TABLE search_queue (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  kind text NOT NULL,
  record_id uuid NOT NULL
);
CALL protect_by_mandant('search_queue', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE saved_search (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  -- Set: everybody of this unit has it too.
  unit_id uuid REFERENCES unit,
  name text NOT NULL,
  query text NOT NULL,
  UNIQUE (person_id, name)
);
CALL protect_by_mandant('saved_search', 'SELECT, INSERT, DELETE');

-- A trigger, so that no act and no import can forget it.
CREATE FUNCTION mark_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (mandant_id, kind, record_id)
    VALUES (NEW.mandant_id, TG_ARGV[0], CASE WHEN TG_TABLE_NAME = 'dokument_version'
      THEN (to_jsonb(NEW) ->> 'dokument_id')::uuid ELSE NEW.id END);
  RETURN NULL;
END $$;
CREATE TRIGGER marked_for_search AFTER INSERT OR UPDATE ON akte FOR EACH ROW EXECUTE FUNCTION mark_for_search('akte');
CREATE TRIGGER marked_for_search AFTER INSERT OR UPDATE ON vorgang FOR EACH ROW EXECUTE FUNCTION mark_for_search('vorgang');
CREATE TRIGGER marked_for_search AFTER INSERT OR UPDATE ON dokument FOR EACH ROW EXECUTE FUNCTION mark_for_search('dokument');
CREATE TRIGGER marked_for_search AFTER INSERT ON dokument_version
  FOR EACH ROW EXECUTE FUNCTION mark_for_search('dokument');

-- Row-level security keeps PostgreSQL from using an index for an operator that might tell something (@@ and LIKE are not
-- leakproof): under it every search would read every entry. So these functions look with the owner's rights and hold the
-- Mandant and the person's classes themselves; what they return is joined to the records, whose policies have the last word.

-- Mandanten that have something to read, for the loop.
CREATE FUNCTION mandanten_to_search() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT m.mandant_id FROM mandant m WHERE EXISTS (SELECT FROM search_queue d WHERE d.mandant_id = m.mandant_id) $$;

-- Entries that fit, newest first, at most `most`. NULL narrows nothing. Planned anew for each question (EXECUTE): whether
-- the words or the days are the shorter way depends on how frequent the words are. ROWS 100 keeps the join to the records a
-- walk through their keys: at the default of 1000 it read every Akte.
CREATE FUNCTION search_candidates(
  wanted tsquery, wanted_kind text, wanted_state text, wanted_art text, wanted_plan text, since date, until date, most integer
) RETURNS TABLE (id uuid, kind text, rank real, day date, state text, art text, plan text)
  LANGUAGE plpgsql STABLE ROWS 100 SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  -- Of open Aufgaben and of rights for a time; few, so they are looked up before and not for each entry.
  lent_vorgaenge uuid[];
  lent_akten uuid[];
BEGIN
  SELECT array_agg(v.vorgang_id), array_agg(v.akte_id) INTO lent_vorgaenge, lent_akten FROM viewer_vorgaenge() v;
  RETURN QUERY EXECUTE $q$
    WITH fitting AS MATERIALIZED (
      SELECT e.id, e.kind, e.words, e.day, e.state, e.art, e.plan FROM search_entry e
       WHERE e.mandant_id = $1 AND ($2 IS NULL OR e.words @@ $2)
         AND ($3 IS NULL OR e.kind = $3) AND ($4 IS NULL OR e.state = $4) AND ($5 IS NULL OR e.art = $5)
         AND ($6 IS NULL OR starts_with(e.plan, $6)) AND ($7 IS NULL OR e.day >= $7) AND ($8 IS NULL OR e.day <= $8)
         AND ($10 OR substring($11 FROM e.access_class FOR 1) > '4' OR (substring($11 FROM e.access_class FOR 1) = '4'
              AND (e.vorgang_id = ANY ($12) OR (e.kind = 'akte' AND e.id = ANY ($13)))))
       ORDER BY e.day DESC, e.id LIMIT $9)
    SELECT f.id, f.kind, CASE WHEN $2 IS NULL THEN 0 ELSE ts_rank(f.words, $2, 1) END, f.day, f.state, f.art, f.plan
      FROM fitting f
  $q$ USING current_mandant(), wanted, wanted_kind, wanted_state, wanted_art, wanted_plan, since, until, most,
            sees_all(), viewer_levels(), lent_vorgaenge, lent_akten;
END $$;

-- Words of the own stock that contain a word, shortest first; and words that look like it.
CREATE FUNCTION search_words_containing(part text, most integer) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN QUERY EXECUTE $q$
    SELECT w.word FROM search_word w WHERE w.mandant_id = $1 AND w.word LIKE '%' || $2 || '%' AND w.word <> $2
     ORDER BY length(w.word), w.word LIMIT $3 $q$ USING current_mandant(), part, most;
END $$;
CREATE FUNCTION search_words_like(near text, most integer) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.similarity_threshold = 0.25
  AS $$ SELECT w.word FROM search_word w WHERE w.mandant_id = current_mandant() AND w.word % near
         ORDER BY similarity(w.word, near) DESC, w.word LIMIT most $$;

REVOKE ALL ON FUNCTION mandanten_to_search(), search_words_containing(text, integer),
  search_words_like(text, integer), search_candidates(tsquery, text, text, text, text, date, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mandanten_to_search(), search_words_containing(text, integer),
  search_words_like(text, integer), search_candidates(tsquery, text, text, text, text, date, date, integer)
  TO laufmappe_app;

-- The stock that is there already.
INSERT INTO search_queue (mandant_id, kind, record_id) SELECT mandant_id, 'akte', id FROM akte;
INSERT INTO search_queue (mandant_id, kind, record_id) SELECT mandant_id, 'vorgang', id FROM vorgang;
INSERT INTO search_queue (mandant_id, kind, record_id) SELECT mandant_id, 'dokument', id FROM dokument;
