-- Aktenzeichen by a rule of the Mandant, every number given kept for good, and the metadata of Akte and Vorgang.

-- The rule in force is the one with the highest number; without a row the one of the product holds.
CREATE TABLE aktenzeichen_rule (
  mandant_id uuid NOT NULL REFERENCES mandant,
  nummer integer NOT NULL,
  akte text NOT NULL,
  teilakte text NOT NULL,
  vorgang text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (mandant_id, nummer)
);
CALL protect_by_mandant('aktenzeichen_rule', 'SELECT, INSERT');

-- Every Aktenzeichen of an Akte that was ever given, also of those that are gone: it is never given again.
CREATE TABLE aktenzeichen_given (
  mandant_id uuid NOT NULL REFERENCES mandant,
  aktenzeichen text NOT NULL,
  aktenplaneinheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  -- 0 where the rule counts without the year.
  year integer NOT NULL,
  nummer integer NOT NULL,
  -- No foreign key: the row outlives the Akte.
  akte_id uuid NOT NULL,
  given_on date NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (mandant_id, aktenzeichen)
);
CALL protect_by_mandant('aktenzeichen_given', 'SELECT, INSERT, UPDATE (deleted_at)');
CREATE INDEX aktenzeichen_given_by_number ON aktenzeichen_given (aktenplaneinheit_id, year, nummer);
CREATE INDEX aktenzeichen_given_by_akte ON aktenzeichen_given (akte_id);

INSERT INTO aktenzeichen_given (mandant_id, aktenzeichen, aktenplaneinheit_id, year, nummer, akte_id, given_on)
  SELECT mandant_id, aktenzeichen, aktenplaneinheit_id, substring(aktenzeichen FROM '/(\d{4})$')::int,
         substring(aktenzeichen FROM '-(\d+)/\d{4}$')::int, id, opened_on
    FROM akte;

-- Whoever removes an Akte, the gap that it leaves is explained.
CREATE FUNCTION note_deleted_akte() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  UPDATE aktenzeichen_given SET deleted_at = now() WHERE akte_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER akte_deleted AFTER DELETE ON akte FOR EACH ROW EXECUTE FUNCTION note_deleted_akte();

ALTER TABLE akte
  ADD COLUMN parent_id uuid REFERENCES akte,
  -- xdomea knows five levels: Akte, Teilakte, Vorgang, Teilvorgang, Dokument.
  ADD COLUMN level integer NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 4),
  ADD COLUMN last_teilakte integer NOT NULL DEFAULT 0,
  ADD COLUMN bemerkung text NOT NULL DEFAULT '',
  ADD COLUMN medium text NOT NULL DEFAULT 'elektronisch' CHECK (medium IN ('elektronisch', 'hybrid', 'papier')),
  ADD COLUMN standort text NOT NULL DEFAULT '',
  ADD COLUMN laufzeit_beginn date,
  ADD COLUMN laufzeit_ende date,
  ADD CHECK ((parent_id IS NULL) = (level = 1)),
  ADD CHECK (medium <> 'elektronisch' OR standort = ''),
  ADD CHECK (laufzeit_ende >= laufzeit_beginn);
CREATE INDEX akte_of_akte ON akte (parent_id) WHERE parent_id IS NOT NULL;

ALTER TABLE vorgang
  ADD COLUMN parent_id uuid REFERENCES vorgang,
  ADD COLUMN level integer NOT NULL DEFAULT 2 CHECK (level BETWEEN 2 AND 4),
  ADD COLUMN last_teilvorgang integer NOT NULL DEFAULT 0,
  ADD COLUMN bemerkung text NOT NULL DEFAULT '',
  ADD COLUMN medium text NOT NULL DEFAULT 'elektronisch' CHECK (medium IN ('elektronisch', 'hybrid', 'papier')),
  ADD COLUMN standort text NOT NULL DEFAULT '',
  ADD CHECK (medium <> 'elektronisch' OR standort = '');
CREATE INDEX vorgang_of_vorgang ON vorgang (parent_id) WHERE parent_id IS NOT NULL;

-- The latest records, among which words of the subject are looked for while somebody types.
CREATE INDEX akte_latest ON akte (mandant_id, opened_on DESC, id);
CREATE INDEX vorgang_latest ON vorgang (mandant_id, laufzeit_beginn DESC, id);

-- A reference from one record to another, seen from both sides.
CREATE TABLE verweis (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  from_akte_id uuid REFERENCES akte ON DELETE CASCADE,
  from_vorgang_id uuid REFERENCES vorgang ON DELETE CASCADE,
  to_akte_id uuid REFERENCES akte ON DELETE CASCADE,
  to_vorgang_id uuid REFERENCES vorgang ON DELETE CASCADE,
  bemerkung text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  CHECK (num_nonnulls(from_akte_id, from_vorgang_id) = 1),
  CHECK (num_nonnulls(to_akte_id, to_vorgang_id) = 1)
);
CALL protect_by_mandant('verweis', 'SELECT, INSERT, DELETE');
CREATE UNIQUE INDEX verweis_once ON verweis
  (coalesce(from_akte_id, from_vorgang_id), coalesce(to_akte_id, to_vorgang_id));
CREATE INDEX verweis_from_akte ON verweis (from_akte_id) WHERE from_akte_id IS NOT NULL;
CREATE INDEX verweis_from_vorgang ON verweis (from_vorgang_id) WHERE from_vorgang_id IS NOT NULL;
CREATE INDEX verweis_to_akte ON verweis (to_akte_id) WHERE to_akte_id IS NOT NULL;
CREATE INDEX verweis_to_vorgang ON verweis (to_vorgang_id) WHERE to_vorgang_id IS NOT NULL;
-- Whoever may not see one of two records does not learn of the other's reference to it.
CALL protect_by_person('verweis', $$
  (EXISTS (SELECT FROM akte a WHERE a.id = verweis.from_akte_id) OR EXISTS (SELECT FROM vorgang v WHERE v.id = verweis.from_vorgang_id))
  AND (EXISTS (SELECT FROM akte a WHERE a.id = verweis.to_akte_id) OR EXISTS (SELECT FROM vorgang v WHERE v.id = verweis.to_vorgang_id))
$$);

-- A Teilakte is as protected and as confidential as the Akte it lies in, or more; so is what lies in it.
CREATE FUNCTION protection_of(mandant uuid, class integer) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT c.akte_id FROM access_class c WHERE c.mandant_id = mandant AND c.number = class $$;
CREATE FUNCTION stufe_of(mandant uuid, class integer) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT c.vertraulichkeitsstufe FROM access_class c WHERE c.mandant_id = mandant AND c.number = class $$;
REVOKE ALL ON FUNCTION protection_of(uuid, integer), stufe_of(uuid, integer) FROM PUBLIC;

CREATE OR REPLACE FUNCTION classify_akte() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  above integer;
  stufe text := NEW.vertraulichkeitsstufe;
BEGIN
  SELECT a.access_class INTO above FROM akte a WHERE a.id = NEW.parent_id AND a.mandant_id = NEW.mandant_id;
  IF stufe_rank(stufe_of(NEW.mandant_id, above)) > stufe_rank(stufe) THEN
    stufe := stufe_of(NEW.mandant_id, above);
  END IF;
  NEW.access_class := access_class_for(NEW.mandant_id, NEW.aktenplaneinheit_id,
    CASE WHEN NEW.protected THEN NEW.id ELSE protection_of(NEW.mandant_id, above) END, stufe);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION classify_vorgang() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  home akte;
BEGIN
  SELECT * INTO home FROM akte WHERE id = NEW.akte_id AND mandant_id = NEW.mandant_id;
  IF stufe_rank(stufe_of(NEW.mandant_id, home.access_class)) >= stufe_rank(NEW.vertraulichkeitsstufe) THEN
    NEW.access_class := home.access_class;
  ELSE
    NEW.access_class := access_class_for(NEW.mandant_id, home.aktenplaneinheit_id,
      protection_of(NEW.mandant_id, home.access_class), NEW.vertraulichkeitsstufe);
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION classify_below_akte() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE akte SET protected = protected WHERE parent_id = NEW.id AND mandant_id = NEW.mandant_id;
  UPDATE vorgang SET access_class = NULL WHERE akte_id = NEW.id AND mandant_id = NEW.mandant_id;
  RETURN NULL;
END $$;
