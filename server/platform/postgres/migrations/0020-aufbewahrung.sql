-- What records say about their own Aufbewahrungsfrist, the events that let periods begin, and Sperren.

-- Last day of a period that counts from `beginn`. `aufbewahrungsende` in retention.ts says the same for one Vorgang; a test
-- compares both. Day-exact: § 187 Abs. 1, § 188 Abs. 2 and 3 BGB, so a 29 February ends on the 28th of a common year.
CREATE FUNCTION aufbewahrungsende(beginn date, jahre integer, counting text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE counting
    WHEN 'yearEnd' THEN make_date(extract(year FROM beginn)::integer + jahre, 12, 31)
    WHEN 'dayExact' THEN (beginn + make_interval(years => jahre))::date
  END;

-- plan_…: what the Aktenplan said on the day of z. d. A. The columns without prefix are what holds, after what Akte and
-- Vorgang say of their own. `fristbeginn` is NULL while the period waits for its event.
ALTER TABLE vorgang
  ADD COLUMN plan_jahre integer,
  ADD COLUMN plan_counting text CHECK (plan_counting IN ('yearEnd', 'dayExact')),
  ADD COLUMN plan_start text CHECK (plan_start IN ('zdA', 'event')),
  ADD COLUMN counting text CHECK (counting IN ('yearEnd', 'dayExact')),
  ADD COLUMN start text CHECK (start IN ('zdA', 'event')),
  ADD COLUMN fristbeginn date;
UPDATE vorgang
   SET plan_jahre = aufbewahrung_jahre, plan_counting = 'yearEnd', plan_start = 'zdA', counting = 'yearEnd', start = 'zdA',
       fristbeginn = zda_date
 WHERE state <> 'offen';

-- What a position, an Akte or a Vorgang says of its own; the nearest one counts, field by field. The years of a position
-- stand in the Aktenplan itself.
CREATE TABLE aufbewahrungsfrist (
  mandant_id uuid NOT NULL REFERENCES mandant,
  object_kind text NOT NULL CHECK (object_kind IN ('aktenplaneinheit', 'akte', 'vorgang')),
  object_id uuid NOT NULL,
  length text NOT NULL CHECK (length IN ('inherited', 'years', 'unlimited')),
  jahre integer CHECK (jahre BETWEEN 0 AND 130),
  -- NULL: inherited
  counting text CHECK (counting IN ('yearEnd', 'dayExact')),
  start text CHECK (start IN ('zdA', 'event')),
  reason text NOT NULL,
  -- Given where the period is shorter than the Aktenplan says.
  shortening_reason text,
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (object_kind, object_id),
  CHECK ((length = 'years') = (jahre IS NOT NULL)),
  CHECK (object_kind <> 'aktenplaneinheit' OR length = 'inherited')
);
CALL protect_by_mandant('aufbewahrungsfrist', 'SELECT, INSERT, UPDATE');

-- The event that lets an event-based period begin: the end of a contract, a demolition, a death.
CREATE TABLE aufbewahrung_event (
  mandant_id uuid NOT NULL REFERENCES mandant,
  object_kind text NOT NULL CHECK (object_kind IN ('akte', 'vorgang')),
  object_id uuid NOT NULL,
  day date NOT NULL,
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person,
  version integer NOT NULL,
  PRIMARY KEY (object_kind, object_id)
);
CALL protect_by_mandant('aufbewahrung_event', 'SELECT, INSERT, UPDATE');

-- One Sperre. Several may lie on one record; each is lifted by itself, and stays as what once was.
CREATE TABLE sperre (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  object_kind text NOT NULL CHECK (object_kind IN ('akte', 'vorgang', 'dokument')),
  object_id uuid NOT NULL,
  reason text NOT NULL,
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL REFERENCES person,
  lifted_at timestamptz,
  lifted_by uuid REFERENCES person,
  lifting_reason text,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifting_reason IS NULL))
);
CALL protect_by_mandant('sperre', 'SELECT, INSERT, UPDATE (lifted_at, lifted_by, lifting_reason)');
CREATE INDEX sperre_in_force ON sperre (mandant_id, object_id) WHERE lifted_at IS NULL;

-- A lifted Sperre is history.
CREATE FUNCTION refuse_sperre_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The Sperre % is lifted and does not change any more', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER sperre_stays_lifted BEFORE UPDATE ON sperre
  FOR EACH ROW WHEN (OLD.lifted_at IS NOT NULL) EXECUTE FUNCTION refuse_sperre_change();

-- Every Sperre in force that keeps a Vorgang whole: on it, on its Akte, on any Dokument in it.
CREATE FUNCTION sperren_on_vorgang(wanted uuid) RETURNS SETOF sperre
  LANGUAGE sql STABLE
  AS $$
    SELECT s.* FROM vorgang v
      JOIN LATERAL (
        SELECT v.id AS object_id UNION ALL SELECT v.akte_id
        UNION ALL SELECT d.id FROM dokument d WHERE d.vorgang_id = v.id) o ON true
      JOIN sperre s ON s.mandant_id = v.mandant_id AND s.object_id = o.object_id AND s.lifted_at IS NULL
     WHERE v.id = wanted
  $$;

-- Every Sperre in force on a Dokument: on it, on what it is attached to, on its Vorgang, on its Akte.
CREATE FUNCTION sperren_on_dokument(wanted uuid) RETURNS SETOF sperre
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE above AS (
      SELECT d.id, d.parent_id, d.vorgang_id, d.mandant_id FROM dokument d WHERE d.id = wanted
      UNION
      SELECT d.id, d.parent_id, d.vorgang_id, d.mandant_id FROM dokument d JOIN above ON d.id = above.parent_id)
    SELECT s.* FROM sperre s
     WHERE s.lifted_at IS NULL AND s.mandant_id = (SELECT mandant_id FROM above LIMIT 1) AND s.object_id IN (
       SELECT id FROM above UNION ALL SELECT vorgang_id FROM above
       UNION ALL SELECT v.akte_id FROM vorgang v JOIN above ON above.vorgang_id = v.id)
  $$;

-- The domain rule as the database keeps it: whatever code has a mistake, nothing under a Sperre goes. The function looks
-- with the rights of the owner, so that no policy hides a Sperre from it. Whoever sets a Sperre locks the record FOR UPDATE;
-- the lock taken here waits for that, and the question after it sees a Sperre that came in between.
CREATE FUNCTION refuse_removal_under_sperre() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
DECLARE
  removed jsonb := to_jsonb(OLD);
  of_dokument uuid := CASE TG_TABLE_NAME WHEN 'dokument' THEN removed ->> 'id' ELSE removed ->> 'dokument_id' END;
  of_vorgang uuid := CASE TG_TABLE_NAME WHEN 'vorgang' THEN removed ->> 'id' END;
  of_akte uuid := CASE TG_TABLE_NAME WHEN 'akte' THEN removed ->> 'id' END;
  held uuid;
BEGIN
  IF of_dokument IS NOT NULL THEN
    PERFORM 1 FROM dokument d WHERE d.id = of_dokument FOR KEY SHARE;
    SELECT vorgang_id INTO of_vorgang FROM dokument d WHERE d.id = of_dokument;
  END IF;
  IF of_vorgang IS NOT NULL THEN
    PERFORM 1 FROM vorgang v WHERE v.id = of_vorgang FOR KEY SHARE;
    SELECT akte_id INTO of_akte FROM vorgang v WHERE v.id = of_vorgang;
  END IF;
  PERFORM 1 FROM akte a WHERE a.id = of_akte FOR KEY SHARE;
  IF of_dokument IS NOT NULL THEN
    SELECT id INTO held FROM sperren_on_dokument(of_dokument) LIMIT 1;
  ELSIF of_vorgang IS NOT NULL THEN
    SELECT id INTO held FROM sperren_on_vorgang(of_vorgang) LIMIT 1;
  ELSE
    SELECT s.id INTO held FROM sperre s
     WHERE s.mandant_id = OLD.mandant_id AND s.object_id = of_akte AND s.lifted_at IS NULL LIMIT 1;
  END IF;
  IF held IS NOT NULL THEN
    RAISE EXCEPTION '% % is under the Sperre %', TG_TABLE_NAME, OLD.id, held USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
  RETURN OLD;
END $$;
-- Out of the bin a Dokument goes by an update that empties it.
CREATE TRIGGER dokument_deletion_under_sperre BEFORE UPDATE OF place ON dokument
  FOR EACH ROW WHEN (NEW.place = 'deleted') EXECUTE FUNCTION refuse_removal_under_sperre();
CREATE TRIGGER dokument_under_sperre BEFORE DELETE ON dokument
  FOR EACH ROW EXECUTE FUNCTION refuse_removal_under_sperre();
CREATE TRIGGER dokument_version_under_sperre BEFORE DELETE ON dokument_version
  FOR EACH ROW EXECUTE FUNCTION refuse_removal_under_sperre();
CREATE TRIGGER vorgang_under_sperre BEFORE DELETE ON vorgang
  FOR EACH ROW EXECUTE FUNCTION refuse_removal_under_sperre();
CREATE TRIGGER akte_under_sperre BEFORE DELETE ON akte
  FOR EACH ROW EXECUTE FUNCTION refuse_removal_under_sperre();

-- What the object store was last told about the bytes under a hash, for the records of one Mandant. The rule lies in the
-- records; the store only mirrors it, where it can. Not called sha256: a row here needs no bytes (see 0018).
CREATE TABLE object_protection (
  mandant_id uuid NOT NULL REFERENCES mandant,
  object_hash text NOT NULL,
  held boolean NOT NULL,
  retained_until date,
  told_at timestamptz NOT NULL,
  -- 'differs': the store does not hold what it was told to hold, and could not be told again.
  state text NOT NULL DEFAULT 'told' CHECK (state IN ('told', 'differs')),
  PRIMARY KEY (mandant_id, object_hash)
);
CALL protect_by_mandant('object_protection', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX object_protection_held ON object_protection (mandant_id, object_hash) WHERE held OR state = 'differs';
CREATE INDEX object_protection_by_hash ON object_protection (object_hash) WHERE held;

-- Objects are shared by content: a hold that one Mandant no longer needs stays while another one needs it. Answers yes or
-- no about a hash that the asker already has.
CREATE FUNCTION object_is_held_elsewhere(hash text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT EXISTS (SELECT FROM object_protection WHERE object_hash = hash AND held AND mandant_id <> current_mandant())
  $$;
REVOKE ALL ON FUNCTION object_is_held_elsewhere(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION object_is_held_elsewhere(text) TO laufmappe_app;

-- The outlook counts a million closed Vorgaenge by year and walks through a year by its last days, from the index alone.
CREATE INDEX vorgang_outlook ON vorgang (mandant_id, aufbewahrungsende, id) INCLUDE (aussonderungsart, aufbewahrung_jahre)
  WHERE state = 'zdA';
DROP INDEX vorgang_by_end;
