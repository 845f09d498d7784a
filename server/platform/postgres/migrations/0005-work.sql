-- What people do with the records: Aufgaben, Zeichnungen, Aussonderung.

CREATE TABLE aufgabe (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  dokument_id uuid REFERENCES dokument,
  art text NOT NULL,
  titel jsonb NOT NULL,
  schritt jsonb NOT NULL,
  frage jsonb NOT NULL,
  -- Who may do it: one person, or everybody with the role (in the unit, where the role is bound to one).
  assignee_id uuid REFERENCES person,
  candidate_role text,
  unit_id uuid REFERENCES unit,
  state text NOT NULL CHECK (state IN ('offen', 'erledigt', 'entfallen')),
  frist date,
  form jsonb,
  data jsonb NOT NULL DEFAULT '{}',
  -- Key of the engine's job and its instance; NULL for an Aufgabe made by hand.
  job_key text,
  instance_key text,
  element_id text,
  betrag_cent bigint,
  created_at timestamptz NOT NULL,
  completed_at timestamptz,
  completed_by uuid REFERENCES person,
  reminded_at timestamptz,
  handover jsonb,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (mandant_id, job_key),
  CHECK ((state = 'erledigt') = (completed_by IS NOT NULL)),
  CHECK (assignee_id IS NOT NULL OR candidate_role IS NOT NULL)
);
CALL protect_by_mandant('aufgabe', 'SELECT, INSERT, UPDATE');
CREATE INDEX aufgabe_of_person ON aufgabe (mandant_id, assignee_id) WHERE state = 'offen';
CREATE INDEX aufgabe_of_role ON aufgabe (mandant_id, candidate_role) WHERE state = 'offen';
CREATE INDEX aufgabe_of_vorgang ON aufgabe (mandant_id, vorgang_id);

CREATE TABLE aufgabe_read (
  mandant_id uuid NOT NULL REFERENCES mandant,
  aufgabe_id uuid NOT NULL REFERENCES aufgabe,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (aufgabe_id, person_id)
);
CALL protect_by_mandant('aufgabe_read', 'SELECT, INSERT');

-- Human assent, bound to one version of one Dokument.
CREATE TABLE zeichnung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  dokument_version_id uuid REFERENCES dokument_version,
  aufgabe_id uuid NOT NULL UNIQUE REFERENCES aufgabe,
  person_id uuid NOT NULL REFERENCES person,
  art text NOT NULL CHECK (art IN ('sachlich', 'mitzeichnung', 'schlusszeichnung')),
  decision text NOT NULL,
  bemerkung text NOT NULL DEFAULT '',
  at timestamptz NOT NULL
);
CALL protect_by_mandant('zeichnung', 'SELECT, INSERT');
CREATE INDEX zeichnung_of_vorgang ON zeichnung (mandant_id, vorgang_id);

-- One Aussonderung is one xdomea ProzessID, which is also its id.
CREATE TABLE aussonderung (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  sha512 text NOT NULL,
  size bigint NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person
);
CALL protect_by_mandant('aussonderung', 'SELECT, INSERT');

CREATE TABLE aussonderung_vorgang (
  mandant_id uuid NOT NULL REFERENCES mandant,
  aussonderung_id uuid NOT NULL REFERENCES aussonderung,
  vorgang_id uuid NOT NULL UNIQUE REFERENCES vorgang,
  PRIMARY KEY (aussonderung_id, vorgang_id)
);
CALL protect_by_mandant('aussonderung_vorgang', 'SELECT, INSERT');
