-- One PDF of an Akte or a Vorgang, made for the person who asked for it, with what that person may see. No record: it is
-- removed after a week, and with the record it shows.
CREATE TABLE record_pdf (
  id uuid PRIMARY KEY,
  -- In the order in which they were asked for, also at one instant.
  nummer bigint GENERATED ALWAYS AS IDENTITY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  object_kind text NOT NULL CHECK (object_kind IN ('akte', 'vorgang')),
  object_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'aborted')),
  -- Dokumente fetched, of how many.
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  -- Why it failed: sentence and remedy in both languages.
  reason jsonb,
  file_name text,
  sha256 text,
  size bigint,
  pages integer,
  ordered_at timestamptz NOT NULL,
  CHECK ((state = 'ready') = (sha256 IS NOT NULL)),
  CHECK ((state = 'failed') = (reason IS NOT NULL))
);
CALL protect_by_mandant('record_pdf', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX record_pdf_of_person ON record_pdf (mandant_id, person_id, object_id, nummer DESC);
CREATE INDEX record_pdf_object ON record_pdf (sha256);

-- What is destroyed stays in no copy of ours: neither in that of the Vorgang nor in that of its Akte.
CREATE FUNCTION remove_record_pdf() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM record_pdf p WHERE p.mandant_id = OLD.mandant_id AND (p.object_id = OLD.id OR p.object_kind = 'akte');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION remove_record_pdf() FROM PUBLIC;
CREATE TRIGGER record_pdf_goes_with_vorgang AFTER DELETE ON vorgang
  FOR EACH ROW EXECUTE FUNCTION remove_record_pdf();
