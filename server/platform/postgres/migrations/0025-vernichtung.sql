-- Vernichtung: requested by one person, released by another, done Vorgang by Vorgang, proved for 30 years.

-- Vorgaenge that a record holds: a Vorgang with its Teilvorgaenge, an Akte with those of its Teilakten too.
CREATE FUNCTION vorgaenge_of(kind text, wanted uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE
  AS $$ SELECT v.id FROM vorgang v WHERE v.id = wanted OR (kind = 'akte' AND v.akte_id = wanted) $$;

-- Where there are Teilakten and Teilvorgaenge (0021), a Sperre is inherited through them, and keeps whole what it lies in.
DO $parts$ BEGIN
IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'vorgang'::regclass AND attname = 'parent_id') THEN
CREATE OR REPLACE FUNCTION sperren_on_vorgang(wanted uuid) RETURNS SETOF sperre
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE
      above AS (
        SELECT v.id, v.parent_id, v.akte_id, v.mandant_id FROM vorgang v WHERE v.id = wanted
        UNION
        SELECT v.id, v.parent_id, v.akte_id, v.mandant_id FROM vorgang v JOIN above ON v.id = above.parent_id),
      akten AS (
        SELECT a.id, a.parent_id FROM akte a JOIN above ON a.id = above.akte_id
        UNION
        SELECT a.id, a.parent_id FROM akte a JOIN akten ON a.id = akten.parent_id),
      below AS (SELECT wanted AS id UNION SELECT v.id FROM vorgang v JOIN below ON v.parent_id = below.id)
    SELECT s.* FROM sperre s
     WHERE s.lifted_at IS NULL AND s.mandant_id = (SELECT mandant_id FROM above LIMIT 1) AND s.object_id IN (
       SELECT id FROM above UNION SELECT id FROM akten UNION SELECT id FROM below
       UNION SELECT d.id FROM dokument d JOIN below ON d.vorgang_id = below.id)
  $$;
CREATE OR REPLACE FUNCTION sperren_on_dokument(wanted uuid) RETURNS SETOF sperre
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE
      dokumente AS (
        SELECT d.id, d.parent_id, d.vorgang_id, d.mandant_id FROM dokument d WHERE d.id = wanted
        UNION
        SELECT d.id, d.parent_id, d.vorgang_id, d.mandant_id FROM dokument d JOIN dokumente ON d.id = dokumente.parent_id),
      vorgaenge AS (
        SELECT v.id, v.parent_id, v.akte_id FROM vorgang v JOIN dokumente ON v.id = dokumente.vorgang_id
        UNION
        SELECT v.id, v.parent_id, v.akte_id FROM vorgang v JOIN vorgaenge ON v.id = vorgaenge.parent_id),
      akten AS (
        SELECT a.id, a.parent_id FROM akte a JOIN vorgaenge ON a.id = vorgaenge.akte_id
        UNION
        SELECT a.id, a.parent_id FROM akte a JOIN akten ON a.id = akten.parent_id)
    SELECT s.* FROM sperre s
     WHERE s.lifted_at IS NULL AND s.mandant_id = (SELECT mandant_id FROM dokumente LIMIT 1) AND s.object_id IN (
       SELECT id FROM dokumente UNION SELECT id FROM vorgaenge UNION SELECT id FROM akten)
  $$;

CREATE OR REPLACE FUNCTION vorgaenge_of(kind text, wanted uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE
      akten AS (
        SELECT a.id FROM akte a WHERE kind = 'akte' AND a.id = wanted
        UNION SELECT a.id FROM akte a JOIN akten ON a.parent_id = akten.id),
      vorgaenge AS (
        SELECT v.id FROM vorgang v WHERE kind = 'vorgang' AND v.id = wanted
        UNION SELECT v.id FROM vorgang v JOIN akten ON v.akte_id = akten.id
        UNION SELECT v.id FROM vorgang v JOIN vorgaenge ON v.parent_id = vorgaenge.id)
    SELECT id FROM vorgaenge
  $$;
END IF;
END $parts$;

CREATE TABLE vernichtung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  state text NOT NULL CHECK (state IN ('requested', 'released', 'done', 'withdrawn')),
  reason text NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by uuid NOT NULL REFERENCES person,
  released_at timestamptz,
  released_by uuid REFERENCES person,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((released_at IS NULL) = (released_by IS NULL)),
  CHECK (state NOT IN ('released', 'done') OR released_by IS NOT NULL),
  -- Four eyes (aussonderung.md, D1), whatever an act forgets.
  CHECK (released_by <> requested_by)
);
CALL protect_by_mandant('vernichtung', 'SELECT, INSERT, UPDATE (state, released_at, released_by, ended_at, version)');
CREATE INDEX vernichtung_newest ON vernichtung (mandant_id, requested_at DESC, id);

-- One Vorgang of it. No foreign key to the Vorgang: this row is what is left when that is gone.
CREATE TABLE vernichtung_item (
  mandant_id uuid NOT NULL REFERENCES mandant,
  vernichtung_id uuid NOT NULL REFERENCES vernichtung,
  record_id uuid NOT NULL,
  aktenzeichen text NOT NULL,
  kennzeichen text NOT NULL,
  zda_date date NOT NULL,
  aufbewahrungsende date NOT NULL,
  dokumente integer NOT NULL,
  state text NOT NULL CHECK (state IN ('selected', 'excluded', 'destroyed')),
  exclusion_reason text,
  at timestamptz NOT NULL,
  PRIMARY KEY (vernichtung_id, record_id),
  CHECK ((state = 'excluded') = (exclusion_reason IS NOT NULL))
);
CALL protect_by_mandant('vernichtung_item', 'SELECT, INSERT, UPDATE (state, exclusion_reason, at)');
-- A Vorgang is in one Vernichtung at a time.
CREATE UNIQUE INDEX vernichtung_item_once ON vernichtung_item (record_id) WHERE state <> 'excluded';

-- What was destroyed, version by version, written down by the function that destroys. `outcome` comes when the store has
-- answered: removed; shared (another record still needs the same bytes); locked (the storage holds them until a day).
CREATE TABLE vernichtung_object (
  mandant_id uuid NOT NULL REFERENCES mandant,
  vernichtung_id uuid NOT NULL REFERENCES vernichtung,
  record_id uuid NOT NULL,
  part_of uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('version', 'eingang', 'part')),
  nummer integer NOT NULL,
  object_hash text NOT NULL,
  size bigint NOT NULL,
  outcome text CHECK (outcome IN ('removed', 'shared', 'locked')),
  locked_until timestamptz,
  PRIMARY KEY (vernichtung_id, part_of, kind, nummer)
);
CALL protect_by_mandant('vernichtung_object', 'SELECT, UPDATE (outcome, locked_until)');
CREATE INDEX vernichtung_object_open ON vernichtung_object (vernichtung_id, object_hash) WHERE outcome IS NULL;

-- The proof: two files in the store, which nobody changes, kept for 30 years (§ 11 ThuerArchivG).
CREATE TABLE loeschnachweis (
  mandant_id uuid NOT NULL REFERENCES mandant,
  vernichtung_id uuid NOT NULL REFERENCES vernichtung,
  form text NOT NULL CHECK (form IN ('pdf', 'json')),
  sha256 text NOT NULL,
  size bigint NOT NULL,
  keep_until date NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (vernichtung_id, form)
);
CALL protect_by_mandant('loeschnachweis', 'SELECT, INSERT');
CREATE INDEX loeschnachweis_object ON loeschnachweis (sha256);

-- Removes every row of the public tables that carries one of these ids in the named column.
CREATE FUNCTION remove_rows_of(carrier name, ids uuid[], keep text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  holder regclass;
BEGIN
  FOR holder IN
    SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attname = carrier AND a.atttypid = 'uuid'::regtype AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL (keep)
  LOOP
    EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1)', holder, carrier) USING ids;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION remove_rows_of(name, uuid[], text[]) FROM PUBLIC;

-- The only way in which a closed Vorgang leaves the database: released by two people, Aussonderungsart V, period over on
-- `today`, no Sperre. The application has no right to delete any of these rows itself. Every table with a column
-- vorgang_id, dokument_id, aufgabe_id or eingang_id, and every table of the engine with instance_key, is emptied of it: a
-- new table cannot be forgotten, and one that refers to the Vorgang by another name lets the whole fail.
CREATE FUNCTION destroy_vorgang(wanted uuid, today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found vorgang;
  into_vernichtung uuid;
  dokumente uuid[];
  aufgaben uuid[];
  eingaenge uuid[];
  instances bigint[];
  holder regclass;
BEGIN
  SELECT * INTO found FROM vorgang v WHERE v.id = wanted AND v.mandant_id = current_mandant() FOR UPDATE;
  PERFORM 1 FROM akte a WHERE a.id = found.akte_id FOR KEY SHARE;
  SELECT n.id INTO into_vernichtung FROM vernichtung_item i JOIN vernichtung n ON n.id = i.vernichtung_id
   WHERE i.record_id = wanted AND i.mandant_id = current_mandant() AND i.state = 'selected' AND n.state = 'released';
  IF into_vernichtung IS NULL OR found.state IS DISTINCT FROM 'zdA' OR found.aussonderungsart IS DISTINCT FROM 'V'
     OR found.aufbewahrungsende IS NULL OR found.aufbewahrungsende >= today
     OR EXISTS (SELECT FROM sperren_on_vorgang(wanted)) THEN
    RAISE EXCEPTION 'The Vorgang % may not be destroyed', wanted USING ERRCODE = 'restrict_violation';
  END IF;
  dokumente := ARRAY(SELECT id FROM dokument WHERE vorgang_id = wanted);
  aufgaben := ARRAY(SELECT id FROM aufgabe WHERE vorgang_id = wanted);
  eingaenge := ARRAY(SELECT id FROM eingang WHERE vorgang_id = wanted);
  instances := ARRAY(SELECT key FROM engine.instance WHERE business_key = wanted::text AND mandant_id = current_mandant());

  INSERT INTO vernichtung_object (mandant_id, vernichtung_id, record_id, part_of, kind, nummer, object_hash, size)
    SELECT found.mandant_id, into_vernichtung, wanted, s.dokument_id, 'version', s.nummer, s.sha256, s.size
      FROM dokument_version s WHERE s.dokument_id = ANY (dokumente)
    UNION ALL
    SELECT found.mandant_id, into_vernichtung, wanted, e.id, 'eingang', 0, e.sha256, e.size
      FROM eingang e WHERE e.id = ANY (eingaenge)
    UNION ALL
    SELECT found.mandant_id, into_vernichtung, wanted, p.eingang_id, 'part', p.position, p.sha256, p.size
      FROM eingang_part p WHERE p.eingang_id = ANY (eingaenge);

  -- Personal content of the Protokoll and its salts; the rows stay, and the chain holds.
  PERFORM erase_protokoll_content(ARRAY(
    SELECT sequence FROM protokoll
     WHERE mandant_id = found.mandant_id AND object_id = ANY (dokumente || aufgaben || eingaenge || wanted)));

  FOR holder IN
    SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attname = 'instance_key' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relnamespace = 'engine'::regnamespace
  LOOP
    EXECUTE format('DELETE FROM %s WHERE instance_key = ANY ($1)', holder) USING instances;
  END LOOP;
  DELETE FROM engine.instance WHERE key = ANY (instances);

  PERFORM remove_rows_of('aufgabe_id', aufgaben, '{}');
  DELETE FROM aufgabe WHERE id = ANY (aufgaben);
  PERFORM remove_rows_of('dokument_id', dokumente, '{dokument_version}');
  UPDATE dokument SET place = 'bin', placed_at = found.zda_date, placed_reason = 'Vernichtung'
   WHERE id = ANY (dokumente) AND place NOT IN ('bin', 'deleted');
  UPDATE dokument SET place = 'deleted' WHERE id = ANY (dokumente) AND place = 'bin';
  DELETE FROM dokument_version WHERE dokument_id = ANY (dokumente);
  UPDATE dokument SET eingang_id = NULL WHERE eingang_id = ANY (eingaenge);
  DELETE FROM dokument WHERE id = ANY (dokumente);
  UPDATE eingang SET duplicate_of = NULL WHERE duplicate_of = ANY (eingaenge) AND id <> ALL (eingaenge);
  PERFORM remove_rows_of('eingang_id', eingaenge, '{}');
  DELETE FROM eingang WHERE id = ANY (eingaenge);
  DELETE FROM aufbewahrungsfrist WHERE object_kind = 'vorgang' AND object_id = wanted;
  DELETE FROM aufbewahrung_event WHERE object_kind = 'vorgang' AND object_id = wanted;
  DELETE FROM sperre WHERE object_id = ANY (dokumente || wanted);
  PERFORM remove_rows_of('vorgang_id', ARRAY[wanted], '{}');
  DELETE FROM vorgang WHERE id = wanted;
  UPDATE vernichtung_item SET state = 'destroyed', at = clock_timestamp()
   WHERE vernichtung_id = into_vernichtung AND record_id = wanted;
END $$;
REVOKE ALL ON FUNCTION destroy_vorgang(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION destroy_vorgang(uuid, date) TO laufmappe_app;

-- What is moved out of a record under a Sperre would lose it: the same rule as for removing (0020).
CREATE TRIGGER dokument_moved_under_sperre BEFORE UPDATE OF vorgang_id ON dokument
  FOR EACH ROW WHEN (OLD.vorgang_id <> NEW.vorgang_id) EXECUTE FUNCTION refuse_removal_under_sperre();
CREATE TRIGGER vorgang_moved_under_sperre BEFORE UPDATE OF akte_id ON vorgang
  FOR EACH ROW WHEN (OLD.akte_id <> NEW.akte_id) EXECUTE FUNCTION refuse_removal_under_sperre();
