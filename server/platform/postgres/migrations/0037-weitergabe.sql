-- Handing an Akte over: chosen Dokumente as a package, to an authority outside or to another Mandant, for a time.

-- Who has the responsibility, or is about to get it. The day is NULL while the Akte is on its way: from then on it rests,
-- so that what is taken over is what was handed over.
ALTER TABLE akte
  ADD COLUMN weitergegeben_an text,
  ADD COLUMN weitergegeben_am date,
  ADD CHECK (weitergegeben_am IS NULL OR weitergegeben_an IS NOT NULL);

-- The Akte with all Teilakten in it.
CREATE FUNCTION akten_of(wanted uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE
  AS $$
    WITH RECURSIVE akten AS (
      SELECT a.id FROM akte a WHERE a.id = wanted UNION SELECT a.id FROM akte a JOIN akten ON a.parent_id = akten.id)
    SELECT id FROM akten
  $$;

CREATE TABLE weitergabe (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  akte_id uuid NOT NULL REFERENCES akte,
  kind text NOT NULL CHECK (kind IN ('kopie', 'zustaendigkeit')),
  -- Another Mandant, whose row nobody here sees; NULL: outside, by link and code.
  to_mandant_id uuid,
  recipient text NOT NULL,
  reason text NOT NULL,
  -- The Dokumente with number, version and hash, as they were when it was ordered.
  items jsonb NOT NULL,
  total integer NOT NULL,
  -- Every Dokument in the package: whoever may not see all of them does not see it.
  dokument_ids uuid[] NOT NULL,
  stufe text NOT NULL CHECK (stufe_rank(stufe) IS NOT NULL),
  state text NOT NULL CHECK (state IN ('beantragt', 'wartet', 'laeuft', 'bereit', 'uebernahme', 'uebernommen', 'abgelehnt',
                                       'zurueckgezogen', 'abgelaufen', 'gescheitert')),
  done integer NOT NULL DEFAULT 0,
  problem text,
  sha256 text,
  size bigint,
  -- SHA-256 of 256 random bits; argon2id of the code that is told apart from it.
  token_hash bytea UNIQUE,
  code_hash text,
  downloads integer NOT NULL DEFAULT 0,
  most_downloads integer CHECK (most_downloads BETWEEN 1 AND 100),
  last_download_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  created_by_id uuid NOT NULL REFERENCES person,
  released_by text,
  released_by_id uuid REFERENCES person,
  expires_on date NOT NULL,
  ended_at timestamptz,
  ended_by text,
  ended_reason text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((to_mandant_id IS NULL) = (token_hash IS NOT NULL)),
  CHECK ((token_hash IS NULL) = (code_hash IS NULL) AND (token_hash IS NULL) = (most_downloads IS NULL)),
  CHECK (downloads <= most_downloads),
  CHECK (sha256 IS NULL OR state IN ('bereit', 'uebernahme')),
  CHECK ((ended_at IS NOT NULL) = (state IN ('uebernommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen', 'gescheitert'))),
  -- Four eyes, whatever an act forgets.
  CHECK (released_by_id <> created_by_id),
  CHECK (kind <> 'zustaendigkeit' OR state NOT IN ('wartet', 'laeuft', 'bereit', 'uebernahme', 'uebernommen')
         OR released_by_id IS NOT NULL)
);
CALL protect_by_mandant('weitergabe', $$SELECT, INSERT, UPDATE (state, done, problem, sha256, size, code_hash, downloads,
  last_download_at, released_by, released_by_id, ended_at, ended_by, ended_reason, version)$$);
CALL protect_by_person('weitergabe', $$
  EXISTS (SELECT FROM akte a WHERE a.id = weitergabe.akte_id)
  AND NOT EXISTS (SELECT FROM unnest(dokument_ids) i WHERE NOT EXISTS (SELECT FROM dokument d WHERE d.id = i))
$$);
CREATE INDEX weitergabe_of_akte ON weitergabe (akte_id, created_at DESC);
CREATE INDEX weitergabe_latest ON weitergabe (mandant_id, created_at DESC, id DESC);
CREATE INDEX weitergabe_object ON weitergabe (sha256);

-- Whoever has a link names no Mandant: this function finds it, as find_invitation does. Of a suspended one nothing is found.
CREATE FUNCTION find_weitergabe(wanted bytea, OUT mandant_id uuid, OUT weitergabe_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT w.mandant_id, w.id FROM weitergabe w JOIN mandant m ON m.mandant_id = w.mandant_id AND m.suspended_at IS NULL
     WHERE w.token_hash = wanted
  $$;
REVOKE ALL ON FUNCTION find_weitergabe(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_weitergabe(bytea) TO laufmappe_app;

-- Whom an Akte can be offered to: names of the other authorities of the installation, told to one of them and to nobody else.
CREATE FUNCTION other_mandanten() RETURNS TABLE (id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT m.mandant_id, m.name FROM mandant m
     WHERE m.mandant_id <> current_mandant() AND m.suspended_at IS NULL
       AND EXISTS (SELECT FROM mandant own WHERE own.mandant_id = current_mandant())
     ORDER BY m.name, m.mandant_id
  $$;
REVOKE ALL ON FUNCTION other_mandanten() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION other_mandanten() TO laufmappe_app;

-- An Akte whose responsibility has gone, or is going, rests, whatever an act forgets. What the law does with closed records
-- goes on: periods, Sperren, Aussonderung.
CREATE FUNCTION refuse_work_in_given_akte() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  home uuid := CASE TG_TABLE_NAME WHEN 'akte' THEN to_jsonb(NEW) ->> 'parent_id' ELSE to_jsonb(NEW) ->> 'akte_id' END;
BEGIN
  IF EXISTS (SELECT FROM akte a WHERE a.id = home AND a.weitergegeben_an IS NOT NULL) THEN
    RAISE EXCEPTION 'The Akte % has been handed over', home USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vorgang_in_given_akte BEFORE INSERT ON vorgang
  FOR EACH ROW EXECUTE FUNCTION refuse_work_in_given_akte();
CREATE TRIGGER vorgang_opened_in_given_akte BEFORE UPDATE OF state ON vorgang
  FOR EACH ROW WHEN (NEW.state = 'offen' AND OLD.state <> 'offen') EXECUTE FUNCTION refuse_work_in_given_akte();
CREATE TRIGGER teilakte_in_given_akte BEFORE INSERT ON akte
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_work_in_given_akte();

-- What is destroyed stays in no package of ours, and is named in none. Whatever still waits with it ends; that an Akte was
-- handed over, to whom and when, stays.
CREATE FUNCTION empty_weitergabe() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH RECURSIVE above AS (
    SELECT a.id, a.parent_id FROM akte a WHERE a.id = OLD.akte_id
    UNION SELECT a.id, a.parent_id FROM akte a JOIN above ON a.id = above.parent_id)
  UPDATE weitergabe w
     SET items = '[]', dokument_ids = '{}', sha256 = NULL, size = NULL,
         state = CASE WHEN w.ended_at IS NULL THEN 'gescheitert' ELSE w.state END,
         problem = CASE WHEN w.ended_at IS NULL THEN 'weitergabe.packageLost' ELSE w.problem END,
         ended_by = coalesce(w.ended_by, 'Laufmappe'), ended_reason = coalesce(w.ended_reason, 'Vernichtung'),
         ended_at = coalesce(w.ended_at, clock_timestamp()), version = w.version + 1
   WHERE w.akte_id IN (SELECT id FROM above)
     AND w.items @> jsonb_build_array(jsonb_build_object('vorgangId', OLD.id));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION empty_weitergabe() FROM PUBLIC;
CREATE TRIGGER weitergabe_goes_with_vorgang AFTER DELETE ON vorgang
  FOR EACH ROW EXECUTE FUNCTION empty_weitergabe();
