-- What people do with a Dokument: upload it, describe it, check it out and in, settle it, move it, throw it away.

ALTER TABLE dokument
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  -- NULL: a job made it. Only such drafts end with the Storno of their process.
  ADD COLUMN created_by_id uuid REFERENCES person,
  -- 'register': it lies in its Vorgang. 'unlinked': taken out, waits to be filed anew. 'bin': thrown away, can come back.
  -- 'deleted': only the number is left. `vorgang_id` stays in every place: it says who answers for it and may see it.
  ADD COLUMN place text NOT NULL DEFAULT 'register' CHECK (place IN ('register', 'unlinked', 'bin', 'deleted')),
  ADD COLUMN placed_at timestamptz,
  ADD COLUMN placed_by uuid REFERENCES person,
  ADD COLUMN placed_reason text,
  ADD CHECK ((place = 'register') = (placed_at IS NULL)),
  ADD CHECK ((place = 'register') = (placed_reason IS NULL));
GRANT UPDATE (vorgang_id, nummer, betreff, art, dokument_date, version, place, placed_at, placed_by, placed_reason)
  ON dokument TO laufmappe_app;
CREATE INDEX dokument_of_parent ON dokument (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX dokument_outside ON dokument (mandant_id, place, placed_at, id) WHERE place <> 'register';

-- Why a person made this version.
ALTER TABLE dokument_version ADD COLUMN comment text NOT NULL DEFAULT '';

-- Whoever checks a Dokument out is the only one who may bring the next version. Ended rows tell the person from whom it
-- was taken, and why.
CREATE TABLE dokument_checkout (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  dokument_id uuid NOT NULL REFERENCES dokument,
  person_id uuid NOT NULL REFERENCES person,
  -- The version that the person took along.
  base_nummer integer NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES person,
  ending text CHECK (ending IN ('checkedIn', 'cancelled', 'taken')),
  reason text,
  seen_at timestamptz,
  CHECK ((ended_at IS NULL) = (ending IS NULL)),
  CHECK ((ending = 'taken') = (reason IS NOT NULL))
);
CALL protect_by_mandant('dokument_checkout', 'SELECT, INSERT, UPDATE (ended_at, ended_by, ending, reason, seen_at)');
CREATE UNIQUE INDEX dokument_checked_out_once ON dokument_checkout (dokument_id) WHERE ended_at IS NULL;
CREATE INDEX dokument_checkout_of_person ON dokument_checkout (mandant_id, person_id, since) WHERE seen_at IS NULL;

-- Bytes that a person has sent and that are no version yet. Whatever refuses the act that wanted them, they stay here.
CREATE TABLE dokument_upload (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  idempotency_key text,
  file_name text NOT NULL,
  mime text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  -- What the examination found; the document that describes an Eingang, too.
  examination jsonb NOT NULL,
  uploaded_at timestamptz NOT NULL,
  UNIQUE (person_id, idempotency_key)
);
CALL protect_by_mandant('dokument_upload', 'SELECT, INSERT, DELETE');
CREATE INDEX dokument_upload_of_person ON dokument_upload (mandant_id, person_id, uploaded_at);
CREATE INDEX dokument_upload_object ON dokument_upload (sha256);

-- Versions still never change. They go when the Registratur deletes their Dokument out of the bin, and with nothing else:
-- the triggers hold also against a bug in the application.
GRANT DELETE ON dokument_version TO laufmappe_app;
CREATE FUNCTION require_deleted_dokument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM dokument WHERE id = OLD.dokument_id AND place = 'deleted') THEN
    RAISE EXCEPTION 'a version goes only with its Dokument' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER version_stays BEFORE DELETE ON dokument_version
  FOR EACH ROW EXECUTE FUNCTION require_deleted_dokument();

CREATE FUNCTION require_bin_before_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a Dokument is deleted out of the bin, and never comes back' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER deletion_is_the_last_step BEFORE UPDATE OF place ON dokument
  FOR EACH ROW WHEN (OLD.place <> NEW.place AND (OLD.place = 'deleted' OR (NEW.place = 'deleted' AND OLD.place <> 'bin')))
  EXECUTE FUNCTION require_bin_before_deletion();

-- Endgueltig means endgueltig, also for a statement that forgot to ask. Deleting empties the Betreff.
CREATE FUNCTION refuse_change_of_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a final Dokument is not described anew' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER final_stays_as_it_is BEFORE UPDATE OF betreff, art, dokument_date ON dokument
  FOR EACH ROW WHEN (OLD.state <> 'entwurf' AND NEW.place <> 'deleted'
    AND (OLD.betreff, OLD.art, OLD.dokument_date) IS DISTINCT FROM (NEW.betreff, NEW.art, NEW.dokument_date))
  EXECUTE FUNCTION refuse_change_of_final();

-- Every table that has a column `sha256` holds the object of that name: a new table cannot be forgotten here.
CREATE OR REPLACE FUNCTION object_is_referenced(hash text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
  DECLARE
    holder regclass;
    found boolean;
  BEGIN
    FOR holder IN
      SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE a.attname = 'sha256' AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
         AND c.relname <> 'schema_migration'
    LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE sha256 = $1)', holder) INTO found USING hash;
      IF found THEN
        RETURN true;
      END IF;
    END LOOP;
    RETURN false;
  END $$;
