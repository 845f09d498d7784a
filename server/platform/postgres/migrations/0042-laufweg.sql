-- Laufwege: a chain of stations that people build and change while it runs. These rows are the truth; the process that the
-- engine runs is made from what remains of them, and made anew after a change (DECISIONS 53).
CREATE TABLE laufweg (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  initiator_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('laeuft', 'angehalten', 'fertig', 'zurueckgeholt')),
  -- Counts the process instances. A task of an earlier one is not ours any more.
  run integer NOT NULL DEFAULT 1,
  -- The instance of this run, once its first task was seen: on a cluster nobody knows the key before.
  instance_key text,
  -- What the initiator has to decide while it is halted.
  aufgabe_id uuid REFERENCES aufgabe,
  note jsonb,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((ended_at IS NOT NULL) = (state IN ('fertig', 'zurueckgeholt')))
);
CALL protect_by_mandant('laufweg',
  'SELECT, INSERT, UPDATE (state, run, instance_key, aufgabe_id, note, ended_at, version)');
CALL protect_by_person('laufweg', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = laufweg.vorgang_id) $$);
CREATE INDEX laufweg_of_vorgang ON laufweg (vorgang_id, started_at DESC);
CREATE INDEX laufweg_of_aufgabe ON laufweg (aufgabe_id) WHERE aufgabe_id IS NOT NULL;

-- The Umlaufmappe: several Dokumente that travel as one, each in one version.
CREATE TABLE laufweg_dokument (
  mandant_id uuid NOT NULL REFERENCES mandant,
  laufweg_id uuid NOT NULL REFERENCES laufweg ON DELETE CASCADE,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  dokument_id uuid NOT NULL REFERENCES dokument,
  dokument_version_id uuid NOT NULL REFERENCES dokument_version,
  position integer NOT NULL,
  PRIMARY KEY (laufweg_id, dokument_id)
);
CALL protect_by_mandant('laufweg_dokument', 'SELECT, INSERT');
CALL protect_by_person('laufweg_dokument', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = laufweg_dokument.vorgang_id) $$);
CREATE INDEX laufweg_of_dokument ON laufweg_dokument (dokument_id);
-- Destroying a Vorgang asks for each of these; without an index it would read every Laufweg that there ever was.
CREATE INDEX laufweg_dokument_of_version ON laufweg_dokument (dokument_version_id);
CREATE INDEX laufweg_dokument_of_vorgang ON laufweg_dokument (vorgang_id);

-- Stations and groups of stations. No row ever goes: what was skipped stays visible.
CREATE TABLE laufweg_station (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  laufweg_id uuid NOT NULL REFERENCES laufweg ON DELETE CASCADE,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  -- The group around it; NULL: the Laufweg itself, a sequence.
  group_id uuid REFERENCES laufweg_station ON DELETE CASCADE,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('station', 'group')),
  -- Of a group.
  ordering text CHECK (ordering IN ('sequence', 'parallel')),
  quorum jsonb,
  -- Of a station: what is asked of whom.
  art text CHECK (art IN ('mitzeichnung', 'kenntnisnahme', 'schlusszeichnung')),
  person_id uuid REFERENCES person,
  role text,
  unit_id uuid REFERENCES unit,
  frist_days integer CHECK (frist_days BETWEEN 1 AND 365),
  state text NOT NULL CHECK (state IN ('offen', 'laeuft', 'erledigt', 'uebersprungen', 'entfallen')),
  aufgabe_id uuid UNIQUE REFERENCES aufgabe,
  decision text CHECK (decision IN ('mitgezeichnet', 'abgelehnt', 'zurKenntnis', 'gezeichnet')),
  comment text NOT NULL DEFAULT '',
  done_by uuid REFERENCES person,
  done_for uuid REFERENCES person,
  overruled boolean NOT NULL DEFAULT false,
  reason jsonb,
  -- NULL: it was there from the start.
  inserted_by uuid REFERENCES person,
  inserted_at timestamptz,
  begun_at timestamptz,
  ended_at timestamptz,
  CHECK ((kind = 'group') = (ordering IS NOT NULL) AND (kind = 'station') = (art IS NOT NULL)),
  CHECK (kind = 'group' OR (person_id IS NULL) <> (role IS NULL)),
  CHECK (quorum IS NULL OR ordering = 'parallel'),
  CHECK ((state = 'erledigt') = (decision IS NOT NULL)),
  CHECK (state NOT IN ('uebersprungen', 'entfallen') OR reason IS NOT NULL),
  CHECK (NOT overruled OR (decision = 'abgelehnt' AND reason IS NOT NULL))
);
CALL protect_by_mandant('laufweg_station', $$SELECT, INSERT, UPDATE (group_id, position, state, aufgabe_id, decision, comment,
  done_by, done_for, overruled, reason, begun_at, ended_at)$$);
CALL protect_by_person('laufweg_station', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = laufweg_station.vorgang_id) $$);
CREATE INDEX station_of_laufweg ON laufweg_station (laufweg_id, position);
CREATE INDEX station_of_group ON laufweg_station (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX station_of_vorgang ON laufweg_station (vorgang_id);

-- The process instances of a Laufweg have its id as their business key, not that of the Vorgang, whose own process they
-- must not be taken for. They go with it: what is destroyed leaves nothing behind in the engine.
CREATE FUNCTION remove_instances_of_laufweg() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  instances bigint[] := ARRAY(SELECT key FROM engine.instance WHERE business_key = OLD.id::text AND mandant_id = OLD.mandant_id);
  holder regclass;
BEGIN
  FOR holder IN
    SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attname = 'instance_key' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relnamespace = 'engine'::regnamespace
  LOOP
    EXECUTE format('DELETE FROM %s WHERE instance_key = ANY ($1)', holder) USING instances;
  END LOOP;
  DELETE FROM engine.instance WHERE key = ANY (instances);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION remove_instances_of_laufweg() FROM PUBLIC;
CREATE TRIGGER instances_go_with_laufweg AFTER DELETE ON laufweg
  FOR EACH ROW EXECUTE FUNCTION remove_instances_of_laufweg();

-- One Aufgabe of a Laufweg assents to every Dokument of the Umlaufmappe.
ALTER TABLE zeichnung DROP CONSTRAINT zeichnung_aufgabe_id_key;
ALTER TABLE zeichnung ADD CONSTRAINT zeichnung_once UNIQUE NULLS NOT DISTINCT (aufgabe_id, dokument_version_id);

-- Whether a later version is the one that a Schlusszeichnung made.
CREATE INDEX zeichnung_of_version ON zeichnung (dokument_version_id);

-- Who made a version: for four eyes a name is too little. Versions from before have only that, and there it counts.
ALTER TABLE dokument_version ADD COLUMN created_by_id uuid REFERENCES person;
