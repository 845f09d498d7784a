-- Scans that a person has taken apart or put together at the desk: which page of a letter is which page of which scan.
CREATE TABLE rearrangement (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_mandant('rearrangement', 'SELECT, INSERT');

CREATE TABLE rearrangement_scan (
  rearrangement_id uuid NOT NULL REFERENCES rearrangement ON DELETE CASCADE,
  number smallint NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- Its Eingang. No reference: the letters still say where they come from when the scan was destroyed with one of them.
  scan_id uuid NOT NULL,
  file_name text NOT NULL,
  -- As it lay at the desk, and lies there again when this is taken back.
  state text NOT NULL CHECK (state IN ('geprueft', 'klaerung')),
  PRIMARY KEY (rearrangement_id, number)
);
CALL protect_by_mandant('rearrangement_scan', 'SELECT, INSERT');
CREATE UNIQUE INDEX rearrangement_scan_once ON rearrangement_scan (scan_id);

-- The pages of each letter, counted from 1, as are those of the scan.
CREATE TABLE rearrangement_page (
  eingang_id uuid NOT NULL REFERENCES eingang ON DELETE CASCADE,
  number smallint NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  rearrangement_id uuid NOT NULL,
  scan smallint NOT NULL,
  page smallint NOT NULL,
  turn smallint NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  PRIMARY KEY (eingang_id, number),
  FOREIGN KEY (rearrangement_id, scan) REFERENCES rearrangement_scan (rearrangement_id, number)
);
CALL protect_by_mandant('rearrangement_page', 'SELECT, INSERT');
-- A page of a scan is in one letter: nobody files it twice.
CREATE UNIQUE INDEX rearrangement_page_once ON rearrangement_page (rearrangement_id, scan, page);

CALL protect_by_person('rearrangement_page', $$
  EXISTS (SELECT FROM eingang e WHERE e.id = rearrangement_page.eingang_id)
$$);
CALL protect_by_person('rearrangement_scan', $$
  EXISTS (SELECT FROM rearrangement_page p WHERE p.rearrangement_id = rearrangement_scan.rearrangement_id)
$$);
CALL protect_by_person('rearrangement', $$
  EXISTS (SELECT FROM rearrangement_page p WHERE p.rearrangement_id = rearrangement.id)
$$);

-- A scan that was taken apart lies in no Vorgang and at no desk; its bytes stay as they came.
ALTER TABLE eingang
  DROP CONSTRAINT eingang_state_check,
  ADD CONSTRAINT eingang_state_check
    CHECK (state IN ('empfangen', 'geprueft', 'klaerung', 'quarantaene', 'zugeordnet', 'dublette', 'aufgeteilt')),
  -- Letters that were made of it and taken back: what the Protokoll tells of them is destroyed with it.
  ADD dissolved uuid[] NOT NULL DEFAULT '{}';
DROP INDEX eingang_desk;
CREATE INDEX eingang_desk ON eingang (mandant_id, received_at) WHERE state NOT IN ('zugeordnet', 'dublette', 'aufgeteilt');

-- Takes a rearrangement back: the scans lie at the desk as before, and its letters are gone, whose every page lies in them. The
-- application has no right to remove an Eingang; this does it only while all of them are at the desk, untouched.
CREATE FUNCTION restore_scans(wanted uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  letters uuid[];
BEGIN
  letters := ARRAY(SELECT DISTINCT eingang_id FROM rearrangement_page
                    WHERE rearrangement_id = wanted AND mandant_id = current_mandant());
  PERFORM 1 FROM eingang WHERE id = ANY (letters) ORDER BY id FOR UPDATE;
  IF cardinality(letters) = 0
     OR EXISTS (SELECT FROM eingang WHERE id = ANY (letters)
                   AND (forwarded IS NOT NULL OR state NOT IN ('empfangen', 'geprueft', 'klaerung', 'quarantaene')))
     OR EXISTS (SELECT FROM eingang WHERE linked_to = ANY (letters))
     OR EXISTS (SELECT FROM dokument WHERE eingang_id = ANY (letters))
     OR EXISTS (SELECT FROM rearrangement_scan s LEFT JOIN eingang e ON e.id = s.scan_id
                 WHERE s.rearrangement_id = wanted AND e.state IS DISTINCT FROM 'aufgeteilt') THEN
    RAISE EXCEPTION 'The rearrangement % may not be taken back', wanted USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE eingang e SET state = s.state, version = e.version + 1, dissolved = e.dissolved || letters
      || ARRAY(SELECT unnest(l.dissolved) FROM eingang l WHERE l.id = ANY (letters))
    FROM rearrangement_scan s WHERE s.rearrangement_id = wanted AND e.id = s.scan_id;
  UPDATE eingang SET duplicate_of = NULL WHERE duplicate_of = ANY (letters);
  DELETE FROM eingang_part WHERE eingang_id = ANY (letters);
  DELETE FROM eingang WHERE id = ANY (letters);
  DELETE FROM rearrangement WHERE id = wanted;
END $$;
REVOKE ALL ON FUNCTION restore_scans(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restore_scans(uuid) TO laufmappe_app;

-- The scans that these letters were made of, and the scans that those were made of.
CREATE FUNCTION scans_of(letters uuid[]) RETURNS uuid[]
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE found AS (
    SELECT s.scan_id FROM rearrangement_page p
      JOIN rearrangement_scan s ON s.rearrangement_id = p.rearrangement_id AND s.number = p.scan
     WHERE p.eingang_id = ANY (letters)
    UNION
    SELECT s.scan_id FROM found f JOIN rearrangement_page p ON p.eingang_id = f.scan_id
      JOIN rearrangement_scan s ON s.rearrangement_id = p.rearrangement_id AND s.number = p.scan)
  SELECT coalesce(array_agg(e.id), '{}') FROM found f JOIN eingang e ON e.id = f.scan_id
$$;
REVOKE ALL ON FUNCTION scans_of(uuid[]) FROM PUBLIC;

-- As in 0025, and with the letters of a Vorgang the scans that they were made of: a scan holds pages of several letters, and no
-- page of a destroyed record may be left in it. The other letters keep bytes of their own (DECISIONS 65).
CREATE OR REPLACE FUNCTION destroy_vorgang(wanted uuid, today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found vorgang;
  into_vernichtung uuid;
  dokumente uuid[];
  aufgaben uuid[];
  eingaenge uuid[];
  rearrangements uuid[];
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
  eingaenge := eingaenge || scans_of(eingaenge);
  rearrangements := ARRAY(SELECT DISTINCT rearrangement_id FROM rearrangement_page WHERE eingang_id = ANY (eingaenge));
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
     WHERE mandant_id = found.mandant_id AND object_id = ANY (dokumente || aufgaben || eingaenge || wanted
       || ARRAY(SELECT unnest(e.dissolved) FROM eingang e WHERE e.id = ANY (eingaenge)))));

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
  DELETE FROM rearrangement r WHERE r.id = ANY (rearrangements)
    AND NOT EXISTS (SELECT FROM rearrangement_page p WHERE p.rearrangement_id = r.id);
  DELETE FROM aufbewahrungsfrist WHERE object_kind = 'vorgang' AND object_id = wanted;
  DELETE FROM aufbewahrung_event WHERE object_kind = 'vorgang' AND object_id = wanted;
  DELETE FROM sperre WHERE object_id = ANY (dokumente || wanted);
  PERFORM remove_rows_of('vorgang_id', ARRAY[wanted], '{}');
  DELETE FROM vorgang WHERE id = wanted;
  UPDATE vernichtung_item SET state = 'destroyed', at = clock_timestamp()
   WHERE vernichtung_id = into_vernichtung AND record_id = wanted;
END $$;
