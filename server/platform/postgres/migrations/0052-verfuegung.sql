-- Verfügungen: a numbered list of what somebody has ordered in a Vorgang. No row ever goes but with its Vorgang: a point that is
-- not wanted any more stays, struck with the reason (DECISIONS 62).
CREATE TABLE verfuegung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  orderer_id uuid NOT NULL REFERENCES person,
  ordered_at timestamptz NOT NULL,
  -- Taken back as a whole, before anybody had begun.
  recalled_by uuid REFERENCES person,
  recalled_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((recalled_by IS NULL) = (recalled_at IS NULL))
);
CALL protect_by_mandant('verfuegung', 'SELECT, INSERT, UPDATE (recalled_by, recalled_at, version)');
CALL protect_by_person('verfuegung', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = verfuegung.vorgang_id) $$);
CREATE INDEX verfuegung_of_vorgang ON verfuegung (vorgang_id, ordered_at DESC);

-- On which version of which Dokument it was ordered. A row of its own: a Dokument that moves to another Vorgang and is destroyed
-- there takes this row along, and not the order. The version by its number: deleting a Dokument out of the bin removes its
-- versions, and what was ordered on them stays said.
CREATE TABLE verfuegung_dokument (
  mandant_id uuid NOT NULL REFERENCES mandant,
  verfuegung_id uuid PRIMARY KEY REFERENCES verfuegung ON DELETE CASCADE,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  dokument_id uuid NOT NULL REFERENCES dokument,
  nummer integer NOT NULL
);
CALL protect_by_mandant('verfuegung_dokument', 'SELECT, INSERT');
CALL protect_by_person('verfuegung_dokument', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = verfuegung_dokument.vorgang_id) $$);
-- Destroying a Vorgang asks for each of these.
CREATE INDEX verfuegung_of_dokument ON verfuegung_dokument (dokument_id);
CREATE INDEX verfuegung_dokument_of_vorgang ON verfuegung_dokument (vorgang_id);

CREATE TABLE verfuegung_punkt (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  verfuegung_id uuid NOT NULL REFERENCES verfuegung ON DELETE CASCADE,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  -- „z. d. A.“ is always the last one, also when a point is added later.
  nummer integer NOT NULL CHECK (nummer > 0),
  art text NOT NULL CHECK (art IN ('vermerk', 'zK', 'zwV', 'bR', 'wv', 'zdA')),
  text text NOT NULL DEFAULT '',
  -- To whom it goes: one person, or whoever has a role (in a unit).
  person_id uuid REFERENCES person,
  role text,
  unit_id uuid REFERENCES unit,
  -- Frist of „z. w. V.“, day of a Wiedervorlage.
  day date,
  state text NOT NULL CHECK (state IN ('offen', 'erledigt', 'aufgehoben')),
  -- Its Aufgabe; of „z. d. A.“ only while nothing else is open.
  aufgabe_id uuid UNIQUE REFERENCES aufgabe,
  note text NOT NULL DEFAULT '',
  -- Who has done it, or struck it.
  ended_by uuid REFERENCES person,
  ended_for uuid REFERENCES person,
  ended_at timestamptz,
  reason text,
  -- NULL: it was there from the start.
  added_by uuid REFERENCES person,
  added_at timestamptz,
  UNIQUE (verfuegung_id, nummer) DEFERRABLE INITIALLY IMMEDIATE,
  CHECK ((state = 'offen') = (ended_at IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CHECK ((state = 'aufgehoben') = (reason IS NOT NULL)),
  CHECK ((added_by IS NULL) = (added_at IS NULL)),
  CHECK (unit_id IS NULL OR role IS NOT NULL),
  CHECK (CASE WHEN art IN ('vermerk', 'zdA') THEN person_id IS NULL AND role IS NULL
              WHEN art IN ('bR', 'wv') THEN person_id IS NOT NULL AND role IS NULL
              ELSE (person_id IS NULL) <> (role IS NULL) END),
  CHECK (CASE WHEN art = 'wv' THEN day IS NOT NULL ELSE art = 'zwV' OR day IS NULL END)
);
CALL protect_by_mandant('verfuegung_punkt', $$SELECT, INSERT, UPDATE (nummer, state, aufgabe_id, note, ended_by, ended_for,
  ended_at, reason)$$);
CALL protect_by_person('verfuegung_punkt', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = verfuegung_punkt.vorgang_id) $$);
-- What stands against z. d. A., and what is destroyed with the Vorgang.
CREATE INDEX punkt_of_vorgang ON verfuegung_punkt (vorgang_id);
