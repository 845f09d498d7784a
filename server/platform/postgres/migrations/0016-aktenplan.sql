-- The Aktenplan with its history: what a position says is a version with the day from which it holds.

CREATE TABLE aktenplaneinheit_version (
  mandant_id uuid NOT NULL REFERENCES mandant,
  einheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  nummer integer NOT NULL,
  -- In force on a day is the version with the latest valid_from until then; of two with the same day, the later one.
  valid_from date NOT NULL,
  parent_id uuid REFERENCES aktenplaneinheit,
  titel text NOT NULL,
  aufbewahrung text NOT NULL CHECK (aufbewahrung IN ('jahre', 'unbefristet', 'geerbt')),
  aufbewahrung_jahre integer CHECK (aufbewahrung_jahre BETWEEN 0 AND 130),
  -- NULL: as the position above
  aussonderungsart text CHECK (aussonderungsart IN ('A', 'B', 'V')),
  state text NOT NULL CHECK (state IN ('offen', 'stillgelegt')),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (einheit_id, nummer),
  CHECK ((aufbewahrung = 'jahre') = (aufbewahrung_jahre IS NOT NULL)),
  CHECK (parent_id IS NOT NULL OR (aufbewahrung <> 'geerbt' AND aussonderungsart IS NOT NULL)),
  CHECK (parent_id <> einheit_id)
);
CALL protect_by_mandant('aktenplaneinheit_version', 'SELECT, INSERT');
CREATE INDEX aktenplaneinheit_version_by_day ON aktenplaneinheit_version (mandant_id, valid_from);

-- What the first weeks of an installation knew has no day; it counts as always having been so.
INSERT INTO aktenplaneinheit_version (mandant_id, einheit_id, nummer, valid_from, parent_id, titel, aufbewahrung,
                                      aufbewahrung_jahre, aussonderungsart, state, created_at, created_by)
  SELECT e.mandant_id, e.id, 1, '1900-01-01', e.parent_id, e.titel,
         CASE WHEN e.aufbewahrung_jahre IS NULL THEN 'unbefristet' ELSE 'jahre' END, e.aufbewahrung_jahre,
         e.aussonderungsart, 'offen', m.created_at, 'Laufmappe'
    FROM aktenplaneinheit e JOIN mandant m ON m.mandant_id = e.mandant_id;

-- The row of a position holds what is in force today, with everything inherited written out: every Akte asks for it. It
-- is computed from the versions by one statement, whenever a version begins.
ALTER TABLE aktenplaneinheit ADD COLUMN stillgelegt boolean NOT NULL DEFAULT false;
ALTER TABLE aktenplaneinheit ADD COLUMN begins_on date NOT NULL DEFAULT '1900-01-01';
ALTER TABLE aktenplaneinheit ALTER COLUMN begins_on DROP DEFAULT;
ALTER TABLE aktenplaneinheit ADD COLUMN version integer NOT NULL DEFAULT 1;
GRANT UPDATE (parent_id, titel, aufbewahrung_jahre, aussonderungsart, stillgelegt, version) ON aktenplaneinheit
  TO laufmappe_app;

-- Pages of the tree: positions below a position by their Kennzeichen, Akten of a position newest first, Vorgaenge of an
-- Akte in their order (longer numbers after shorter ones).
CREATE INDEX aktenplaneinheit_below ON aktenplaneinheit (mandant_id, parent_id, kennzeichen COLLATE "C");
DROP INDEX akte_by_position;
CREATE INDEX akte_of_position ON akte (aktenplaneinheit_id, opened_on DESC, aktenzeichen COLLATE "C" DESC);
DROP INDEX vorgang_by_akte;
CREATE INDEX vorgang_of_akte ON vorgang (akte_id, length(aktenzeichen), aktenzeichen COLLATE "C");
-- Beginnings of an Aktenzeichen, as somebody types it.
CREATE INDEX akte_by_aktenzeichen ON akte (mandant_id, aktenzeichen COLLATE "C");
CREATE INDEX vorgang_by_aktenzeichen ON vorgang (mandant_id, aktenzeichen COLLATE "C");

-- A file with a plan, checked and not yet (or long since) taken over: what was imported can be looked at later.
CREATE TABLE aktenplan_import (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  file_name text NOT NULL,
  content bytea NOT NULL,
  uploaded_at timestamptz NOT NULL,
  imported_at timestamptz
);
CALL protect_by_mandant('aktenplan_import', 'SELECT, INSERT, UPDATE (imported_at), DELETE');
CREATE INDEX aktenplan_import_waiting ON aktenplan_import (mandant_id, person_id) WHERE imported_at IS NULL;
