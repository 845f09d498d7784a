-- People and organisations that a matter concerns, kept once and named where they take part.

CREATE TABLE kontakt (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  art text NOT NULL CHECK (art IN ('person', 'organisation')),
  -- Of a person: the family name. DIN 91379, as the office writes it.
  name text NOT NULL,
  vorname text NOT NULL DEFAULT '',
  strasse text NOT NULL DEFAULT '',
  plz text NOT NULL DEFAULT '',
  ort text NOT NULL DEFAULT '',
  mail text NOT NULL DEFAULT '',
  telefon text NOT NULL DEFAULT '',
  geburtsdatum date,
  -- A duplicate points to the one that is kept. Beteiligungen stay where they are, so that a merge can be undone.
  merged_into uuid REFERENCES kontakt,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CHECK (merged_into <> id)
);
CALL protect_by_mandant('kontakt', 'SELECT, INSERT, UPDATE');
CREATE INDEX kontakt_merged ON kontakt (merged_into) WHERE merged_into IS NOT NULL;

-- The words by which one is found, folded as in the search. Ranges instead of LIKE, which no index serves under row-level
-- security.
CREATE TABLE kontakt_word (
  mandant_id uuid NOT NULL REFERENCES mandant,
  kontakt_id uuid NOT NULL REFERENCES kontakt,
  word text NOT NULL,
  PRIMARY KEY (kontakt_id, word)
);
CALL protect_by_mandant('kontakt_word', 'SELECT, INSERT, DELETE');
CREATE INDEX kontakt_word_range ON kontakt_word (mandant_id, word COLLATE "C", kontakt_id);

-- Who takes part in a Vorgang, as what.
CREATE TABLE beteiligung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  kontakt_id uuid NOT NULL REFERENCES kontakt,
  rolle text NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz
);
CALL protect_by_mandant('beteiligung', 'SELECT, INSERT, UPDATE (ended_at)');
CREATE UNIQUE INDEX beteiligung_once ON beteiligung (vorgang_id, kontakt_id, rolle) WHERE ended_at IS NULL;
CREATE INDEX beteiligung_of_kontakt ON beteiligung (kontakt_id);
-- Who takes part is as visible as the Vorgang.
CALL protect_by_person('beteiligung', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = beteiligung.vorgang_id) $$);

-- A Vorgang is found by the names of those who take part, as they are written now.
CREATE FUNCTION mark_vorgang_of_beteiligung() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_queue (mandant_id, kind, record_id) VALUES (NEW.mandant_id, 'vorgang', NEW.vorgang_id);
  RETURN NULL;
END $$;
CREATE TRIGGER marked_for_search AFTER INSERT OR UPDATE ON beteiligung
  FOR EACH ROW EXECUTE FUNCTION mark_vorgang_of_beteiligung();
CREATE FUNCTION mark_vorgaenge_of_kontakt() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO search_queue (mandant_id, kind, record_id)
    SELECT DISTINCT b.mandant_id, 'vorgang', b.vorgang_id FROM beteiligung b WHERE b.kontakt_id = NEW.id AND b.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER marked_for_search AFTER UPDATE OF name, vorname, merged_into ON kontakt
  FOR EACH ROW EXECUTE FUNCTION mark_vorgaenge_of_kontakt();
