-- The records themselves: Aktenplan, Akte, Vorgang, Dokument, and what arrives.

CREATE TABLE aktenplaneinheit (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  parent_id uuid REFERENCES aktenplaneinheit,
  kennzeichen text NOT NULL,
  titel text NOT NULL,
  -- NULL: unbefristet
  aufbewahrung_jahre integer CHECK (aufbewahrung_jahre BETWEEN 0 AND 130),
  aussonderungsart text NOT NULL CHECK (aussonderungsart IN ('A', 'B', 'V')),
  UNIQUE (mandant_id, kennzeichen)
);
CALL protect_by_mandant('aktenplaneinheit', 'SELECT, INSERT');

-- Last number given per position and year; numbers are never reused.
CREATE TABLE aktenzeichen_counter (
  mandant_id uuid NOT NULL REFERENCES mandant,
  aktenplaneinheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (aktenplaneinheit_id, year)
);
CALL protect_by_mandant('aktenzeichen_counter', 'SELECT, INSERT, UPDATE');

CREATE TABLE akte (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  aktenplaneinheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  aktenzeichen text NOT NULL,
  betreff text NOT NULL,
  federfuehrung_id uuid NOT NULL REFERENCES unit,
  opened_on date NOT NULL,
  last_vorgang integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (mandant_id, aktenzeichen)
);
CALL protect_by_mandant('akte', 'SELECT, INSERT, UPDATE');
CREATE INDEX akte_by_position ON akte (mandant_id, aktenplaneinheit_id);

CREATE TABLE vorgang (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  akte_id uuid NOT NULL REFERENCES akte,
  aktenzeichen text NOT NULL,
  betreff text NOT NULL,
  state text NOT NULL CHECK (state IN ('offen', 'zdA', 'abgegeben')),
  laufzeit_beginn date NOT NULL,
  laufzeit_ende date,
  zda_date date,
  zda_by uuid REFERENCES person,
  -- Taken from the Aktenplan on the day of z. d. A., so that a later change of the plan does not rewrite the past.
  aufbewahrung_jahre integer,
  aussonderungsart text CHECK (aussonderungsart IN ('A', 'B', 'V')),
  aufbewahrungsende date,
  last_dokument integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (mandant_id, aktenzeichen),
  CHECK ((state = 'offen') = (zda_date IS NULL))
);
CALL protect_by_mandant('vorgang', 'SELECT, INSERT, UPDATE');
CREATE INDEX vorgang_by_akte ON vorgang (mandant_id, akte_id);
CREATE INDEX vorgang_by_end ON vorgang (mandant_id, aufbewahrungsende) WHERE state = 'zdA';

CREATE TABLE eingang (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  channel text NOT NULL CHECK (channel IN ('mail', 'folder', 'upload')),
  -- Stable name of the item at its source; the same item is taken once.
  source_key text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('empfangen', 'geprueft', 'klaerung', 'quarantaene', 'zugeordnet')),
  examination jsonb,
  note jsonb,
  duplicate_of uuid REFERENCES eingang,
  vorgang_id uuid REFERENCES vorgang,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (mandant_id, channel, source_key),
  CHECK ((state = 'zugeordnet') = (vorgang_id IS NOT NULL))
);
CALL protect_by_mandant('eingang', 'SELECT, INSERT, UPDATE');
CREATE INDEX eingang_by_hash ON eingang (mandant_id, sha256);
CREATE INDEX eingang_desk ON eingang (mandant_id, received_at) WHERE state <> 'zugeordnet';

-- Body and attachments of a mail, each stored under its own hash.
CREATE TABLE eingang_part (
  mandant_id uuid NOT NULL REFERENCES mandant,
  eingang_id uuid NOT NULL REFERENCES eingang,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('body', 'attachment')),
  name text NOT NULL,
  mime text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  PRIMARY KEY (eingang_id, position)
);
CALL protect_by_mandant('eingang_part', 'SELECT, INSERT');

CREATE TABLE dokument (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  nummer integer NOT NULL,
  parent_id uuid REFERENCES dokument,
  betreff text NOT NULL,
  art text NOT NULL CHECK (art IN ('eingang', 'anlage', 'vermerk', 'ausgang')),
  -- A draft must be signed or discarded before the Vorgang goes z. d. A.
  state text NOT NULL CHECK (state IN ('entwurf', 'gueltig', 'verworfen')),
  dokument_date date,
  eingang_id uuid REFERENCES eingang,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  UNIQUE (vorgang_id, nummer)
);
CALL protect_by_mandant('dokument', 'SELECT, INSERT, UPDATE (state)');

-- Versions are immutable: there is no right to change one.
CREATE TABLE dokument_version (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  dokument_id uuid NOT NULL REFERENCES dokument,
  nummer integer NOT NULL,
  file_name text NOT NULL,
  mime text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  signatures jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  UNIQUE (dokument_id, nummer)
);
CALL protect_by_mandant('dokument_version', 'SELECT, INSERT');
CREATE INDEX dokument_version_by_hash ON dokument_version (mandant_id, sha256);
