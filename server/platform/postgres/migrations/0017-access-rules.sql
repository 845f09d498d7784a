-- Who may see which record, and row-level security that holds it. DECISIONS.md, 34, says why it is built like this.
--
-- Rules lie on positions of the Aktenplan and on protected Akten. Every Akte, Vorgang, Dokument and Aufgabe carries a
-- small number, its access class: position, Vertraulichkeitsstufe and, where it is protected, the Akte itself. What one
-- person may do is one string over these numbers, so that the question for a row is one look into it, whatever the
-- number of rules. A changed rule changes no record.

-- Whoever looks: the id of a person, or 'system' for jobs, the engine and the audit trail. Unset, nothing is seen.
CREATE FUNCTION sees_all() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('laufmappe.viewer', true) = 'system', false);
CREATE FUNCTION current_viewer() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(nullif(current_setting('laufmappe.viewer', true), ''), 'system')::uuid;
-- The calendar day of the office's clock, by which a Vertretung and a temporary right begin and end. Unset, none holds.
CREATE FUNCTION current_office_day() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('laufmappe.day', true), '')::date;

-- Confidentiality: xdomea 001 to 005. What a person may see at most is the person's own and no deputy's
-- (Verschlusssachenanweisung: whoever is authorised is authorised by name).
CREATE FUNCTION stufe_rank(stufe text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_position(
    ARRAY['offen', 'nurFuerDenDienstgebrauch', 'vertraulich', 'geheim', 'strengGeheim'], stufe);
ALTER TABLE person ADD COLUMN clearance text NOT NULL DEFAULT 'nurFuerDenDienstgebrauch'
  CHECK (stufe_rank(clearance) IS NOT NULL);

-- One right of one group of people: on the whole Aktenplan, on a position and all below it, or on one protected Akte.
CREATE TABLE access_rule (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  aktenplaneinheit_id uuid REFERENCES aktenplaneinheit,
  akte_id uuid REFERENCES akte,
  subject text NOT NULL CHECK (subject IN ('house', 'unit', 'role', 'person')),
  unit_id uuid REFERENCES unit,
  role text,
  person_id uuid REFERENCES person,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  CHECK (aktenplaneinheit_id IS NULL OR akte_id IS NULL),
  CHECK ((subject = 'unit') = (unit_id IS NOT NULL)),
  CHECK ((subject = 'role') = (role IS NOT NULL)),
  CHECK ((subject = 'person') = (person_id IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (mandant_id, aktenplaneinheit_id, akte_id, subject, unit_id, role, person_id)
);
CALL protect_by_mandant('access_rule', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX access_rule_of_akte ON access_rule (akte_id) WHERE akte_id IS NOT NULL;

-- A person who is away and whoever stands in, on the whole or on a part of the Aktenplan.
CREATE TABLE vertretung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  deputy_id uuid NOT NULL REFERENCES person,
  aktenplaneinheit_id uuid REFERENCES aktenplaneinheit,
  from_day date NOT NULL,
  until_day date NOT NULL,
  ended_at timestamptz,
  CHECK (person_id <> deputy_id),
  CHECK (from_day <= until_day)
);
CALL protect_by_mandant('vertretung', 'SELECT, INSERT, UPDATE (ended_at)');
CREATE INDEX vertretung_by_deputy ON vertretung (deputy_id) WHERE ended_at IS NULL;

-- A right to read that was given by hand and ends on a day.
CREATE TABLE temporary_right (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  until_day date NOT NULL,
  reason text NOT NULL,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  ended_at timestamptz
);
CALL protect_by_mandant('temporary_right', 'SELECT, INSERT, UPDATE (ended_at)');
CREATE INDEX temporary_right_by_person ON temporary_right (person_id) WHERE ended_at IS NULL;
CREATE INDEX temporary_right_by_vorgang ON temporary_right (vorgang_id) WHERE ended_at IS NULL;

-- Counts every change that may give or take a right, and the access classes. Its row is the lock of both.
CREATE TABLE access_state (
  mandant_id uuid PRIMARY KEY REFERENCES mandant,
  epoch bigint NOT NULL,
  last_class integer NOT NULL
);
CALL protect_by_mandant('access_state', 'SELECT');

CREATE TABLE access_class (
  mandant_id uuid NOT NULL REFERENCES mandant,
  number integer NOT NULL,
  aktenplaneinheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  -- Only where the Akte is protected.
  akte_id uuid,
  vertraulichkeitsstufe text NOT NULL,
  PRIMARY KEY (mandant_id, number),
  UNIQUE NULLS NOT DISTINCT (mandant_id, aktenplaneinheit_id, akte_id, vertraulichkeitsstufe)
);
CALL protect_by_mandant('access_class', 'SELECT');

-- What one person may do, as it was at one epoch on one day. Only kept so that it need not be computed for every
-- statement: one of an older epoch or another day counts for nothing.
CREATE TABLE access_of_person (
  person_id uuid PRIMARY KEY REFERENCES person,
  mandant_id uuid NOT NULL REFERENCES mandant,
  epoch bigint NOT NULL,
  day date NOT NULL,
  -- One digit for each access class, by its number. 0: not cleared for its Stufe; 4: cleared, no right; 5 read, 6 work,
  -- 7 manage.
  levels text NOT NULL,
  -- Groups whose Aufgaben the person may take, as role@unit (or role@ where any unit will do), and the roles of these.
  groups text[] NOT NULL,
  roles text[] NOT NULL,
  -- The person, and all whom the person stands in for on the whole Aktenplan: whose Aufgaben are theirs to do.
  hands uuid[] NOT NULL,
  temporary_vorgaenge uuid[] NOT NULL
);
CALL protect_by_mandant('access_of_person', 'SELECT');

-- Speaks for the Mandant of the transaction only; a migration has none and changes the state of all.
CREATE FUNCTION count_access_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO access_state (mandant_id, epoch, last_class)
    SELECT mandant_id, 1, 0 FROM mandant WHERE mandant_id = current_mandant() OR current_mandant() IS NULL
    ON CONFLICT (mandant_id) DO UPDATE SET epoch = access_state.epoch + 1;
  -- What the running transaction has looked up is out of date with this.
  PERFORM set_config('laufmappe.levels', '', true);
  RETURN NULL;
END $$;

CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE OR DELETE ON access_rule
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE ON vertretung
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE ON temporary_right
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE OF unit_id, active, clearance ON person
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE OR DELETE ON person_role
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER UPDATE ON unit
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();
CREATE TRIGGER counts_for_access AFTER INSERT OR UPDATE OR DELETE ON aktenplaneinheit
  FOR EACH STATEMENT EXECUTE FUNCTION count_access_change();

-- Number of an access class, which is made where it is new: at the first Akte of a position, and when one is protected.
CREATE FUNCTION access_class_for(mandant uuid, einheit uuid, protected_akte uuid, stufe text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  known integer;
BEGIN
  FOR attempt IN 1..2 LOOP
    IF protected_akte IS NULL THEN
      SELECT number INTO known FROM access_class WHERE mandant_id = mandant AND aktenplaneinheit_id = einheit
        AND akte_id IS NULL AND vertraulichkeitsstufe = stufe;
    ELSE
      SELECT number INTO known FROM access_class WHERE mandant_id = mandant AND aktenplaneinheit_id = einheit
        AND akte_id = protected_akte AND vertraulichkeitsstufe = stufe;
    END IF;
    EXIT WHEN known IS NOT NULL OR attempt = 2;
    -- Somebody may be making the same one: the second look follows the lock.
    INSERT INTO access_state (mandant_id, epoch, last_class) VALUES (mandant, 1, 0)
      ON CONFLICT (mandant_id) DO UPDATE SET epoch = access_state.epoch + 1;
  END LOOP;
  IF known IS NULL THEN
    UPDATE access_state SET last_class = last_class + 1 WHERE mandant_id = mandant RETURNING last_class INTO known;
    INSERT INTO access_class (mandant_id, number, aktenplaneinheit_id, akte_id, vertraulichkeitsstufe)
      VALUES (mandant, known, einheit, protected_akte, stufe);
    PERFORM set_config('laufmappe.levels', '', true);
  END IF;
  RETURN known;
END $$;
REVOKE ALL ON FUNCTION access_class_for(uuid, uuid, uuid, text) FROM PUBLIC;

ALTER TABLE akte ADD COLUMN vertraulichkeitsstufe text NOT NULL DEFAULT 'offen'
  CHECK (stufe_rank(vertraulichkeitsstufe) IS NOT NULL);
-- A protected Akte inherits nothing from the Aktenplan: only its own rules count.
ALTER TABLE akte ADD COLUMN protected boolean NOT NULL DEFAULT false;
ALTER TABLE akte ADD COLUMN access_class integer;
ALTER TABLE vorgang ADD COLUMN access_class integer;
ALTER TABLE dokument ADD COLUMN access_class integer;
ALTER TABLE aufgabe ADD COLUMN access_class integer;
ALTER TABLE aufgabe ADD COLUMN akte_id uuid REFERENCES akte;

CREATE FUNCTION classify_akte() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  NEW.access_class := access_class_for(NEW.mandant_id, NEW.aktenplaneinheit_id,
    CASE WHEN NEW.protected THEN NEW.id END, NEW.vertraulichkeitsstufe);
  RETURN NEW;
END $$;
CREATE TRIGGER classify BEFORE INSERT OR UPDATE OF aktenplaneinheit_id, protected, vertraulichkeitsstufe ON akte
  FOR EACH ROW EXECUTE FUNCTION classify_akte();

-- A Vorgang is as confidential as its Akte, or more.
CREATE FUNCTION classify_vorgang() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  home akte;
BEGIN
  SELECT * INTO home FROM akte WHERE id = NEW.akte_id AND mandant_id = NEW.mandant_id;
  IF stufe_rank(home.vertraulichkeitsstufe) >= stufe_rank(NEW.vertraulichkeitsstufe) THEN
    NEW.access_class := home.access_class;
  ELSE
    NEW.access_class := access_class_for(NEW.mandant_id, home.aktenplaneinheit_id,
      CASE WHEN home.protected THEN home.id END, NEW.vertraulichkeitsstufe);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER classify BEFORE INSERT OR UPDATE OF akte_id, vertraulichkeitsstufe, access_class ON vorgang
  FOR EACH ROW EXECUTE FUNCTION classify_vorgang();

CREATE FUNCTION classify_content() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  SELECT v.access_class INTO NEW.access_class FROM vorgang v
    WHERE v.id = NEW.vorgang_id AND v.mandant_id = NEW.mandant_id;
  RETURN NEW;
END $$;
CREATE TRIGGER classify BEFORE INSERT OR UPDATE OF vorgang_id, access_class ON dokument
  FOR EACH ROW EXECUTE FUNCTION classify_content();

CREATE FUNCTION classify_aufgabe() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  SELECT v.access_class, v.akte_id INTO NEW.access_class, NEW.akte_id FROM vorgang v
    WHERE v.id = NEW.vorgang_id AND v.mandant_id = NEW.mandant_id;
  RETURN NEW;
END $$;
CREATE TRIGGER classify BEFORE INSERT OR UPDATE OF vorgang_id, access_class, akte_id ON aufgabe
  FOR EACH ROW EXECUTE FUNCTION classify_aufgabe();

-- What lies in a record goes with it: one Akte at a time, never the whole stock.
CREATE FUNCTION classify_below_akte() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE vorgang SET access_class = NULL WHERE akte_id = NEW.id AND mandant_id = NEW.mandant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER classify_below AFTER UPDATE OF aktenplaneinheit_id, protected, vertraulichkeitsstufe ON akte
  FOR EACH ROW WHEN (OLD.access_class IS DISTINCT FROM NEW.access_class) EXECUTE FUNCTION classify_below_akte();

CREATE FUNCTION classify_below_vorgang() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE dokument SET access_class = NULL WHERE vorgang_id = NEW.id AND mandant_id = NEW.mandant_id;
  UPDATE aufgabe SET access_class = NULL WHERE vorgang_id = NEW.id AND mandant_id = NEW.mandant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER classify_below AFTER UPDATE OF akte_id, vertraulichkeitsstufe, access_class ON vorgang
  FOR EACH ROW WHEN (OLD.access_class IS DISTINCT FROM NEW.access_class OR OLD.akte_id <> NEW.akte_id)
  EXECUTE FUNCTION classify_below_vorgang();
