-- Templates of the house: office files with places, and structures that an Akte or Vorgang begins with.

CREATE TABLE dokumentvorlage (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  name text NOT NULL,
  -- What becomes of it: outgoing post, or a note.
  art text NOT NULL CHECK (art IN ('ausgang', 'vermerk')),
  -- Betreff that a new Dokument gets; may have places.
  betreff text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  -- Number of its newest Fassung.
  nummer integer NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CALL protect_by_mandant('dokumentvorlage', 'SELECT, INSERT, UPDATE');
CREATE UNIQUE INDEX dokumentvorlage_name ON dokumentvorlage (mandant_id, lower(name));

-- A Fassung never changes: a letter can always be told from which one it was made.
CREATE TABLE dokumentvorlage_fassung (
  dokumentvorlage_id uuid NOT NULL REFERENCES dokumentvorlage,
  mandant_id uuid NOT NULL REFERENCES mandant,
  nummer integer NOT NULL,
  file_name text NOT NULL,
  mime text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  places text[] NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  PRIMARY KEY (dokumentvorlage_id, nummer)
);
CALL protect_by_mandant('dokumentvorlage_fassung', 'SELECT, INSERT');
CREATE INDEX dokumentvorlage_fassung_object ON dokumentvorlage_fassung (sha256);

CREATE TABLE aktenvorlage (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('akte', 'vorgang')),
  active boolean NOT NULL DEFAULT true,
  -- Teilakten, Vorgaenge and Dokumente below it; judged when it is kept and again when it is used.
  inhalt jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CALL protect_by_mandant('aktenvorlage', 'SELECT, INSERT, UPDATE');
CREATE UNIQUE INDEX aktenvorlage_name ON aktenvorlage (mandant_id, kind, lower(name));

-- Where one of them is offered: at these positions and everything below them. Without any: everywhere.
CREATE TABLE vorlage_position (
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorlage_id uuid NOT NULL,
  aktenplaneinheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  PRIMARY KEY (vorlage_id, aktenplaneinheit_id)
);
CALL protect_by_mandant('vorlage_position', 'SELECT, INSERT, DELETE');
CREATE INDEX vorlage_position_of_einheit ON vorlage_position (aktenplaneinheit_id);

-- Serial letters: one row for each recipient, so that a run goes on where it was, and none is written twice.
CREATE TABLE serienbrief (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  dokumentvorlage_id uuid NOT NULL REFERENCES dokumentvorlage,
  nummer integer NOT NULL,
  betreff text NOT NULL,
  -- What was typed once for all of them, by the name of the place.
  typed jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('laeuft', 'angehalten', 'fertig')),
  -- Why it stands still although nobody has stopped it.
  obstacle jsonb,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CALL protect_by_mandant('serienbrief', 'SELECT, INSERT, UPDATE');
CALL protect_by_person('serienbrief', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = serienbrief.vorgang_id) $$);
CREATE INDEX serienbrief_of_vorgang ON serienbrief (vorgang_id, created_at);

CREATE TABLE serienbrief_empfaenger (
  serienbrief_id uuid NOT NULL REFERENCES serienbrief ON DELETE CASCADE,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- Again here, so that the destruction of the Vorgang takes these names along.
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  position integer NOT NULL,
  label text NOT NULL,
  -- What is known of the recipient, by the name of the place: as it was when the run began.
  facts jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('wartet', 'geschrieben', 'abgewiesen')),
  -- No foreign key: a letter may be deleted out of the bin, and the run still tells that it was written.
  dokument_id uuid,
  refusal jsonb,
  PRIMARY KEY (serienbrief_id, position)
);
CALL protect_by_mandant('serienbrief_empfaenger', 'SELECT, INSERT, UPDATE (state, dokument_id, refusal)');
CALL protect_by_person('serienbrief_empfaenger',
  $$ EXISTS (SELECT FROM vorgang v WHERE v.id = serienbrief_empfaenger.vorgang_id) $$);
CREATE INDEX serienbrief_empfaenger_of_vorgang ON serienbrief_empfaenger (vorgang_id);
CREATE INDEX serienbrief_waiting ON serienbrief_empfaenger (serienbrief_id, position) WHERE state = 'wartet';
