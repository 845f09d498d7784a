-- Ersuchen (§§ 4 to 8 VwVfG): one Mandant asks another one for help. Each side has a row of its own under the same id and sees
-- no other; Dokumente go over as copies (DECISIONS 57).
CREATE TABLE ersuchen (
  id uuid NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  direction text NOT NULL CHECK (direction IN ('gestellt', 'erhalten')),
  -- Whose row nobody here sees.
  other_mandant_id uuid NOT NULL,
  other_name text NOT NULL,
  betreff text NOT NULL,
  question text NOT NULL,
  frist date,
  -- The highest of what came along: nothing of it lies here where it is less.
  stufe text NOT NULL CHECK (stufe_rank(stufe) IS NOT NULL),
  -- Names of what came along, the letter first.
  dokumente text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('offen', 'angenommen', 'beantwortet', 'abgelehnt', 'zurueckgenommen')),
  -- Ours: from which it was asked, or in which it is answered.
  vorgang_id uuid REFERENCES vorgang,
  -- Whoever answers has it in the inbox.
  aufgabe_id uuid REFERENCES aufgabe,
  asked_at timestamptz NOT NULL,
  -- NULL: somebody over there.
  asked_by_id uuid REFERENCES person,
  ended_at timestamptz,
  ended_by text,
  -- The answer, or why there is none.
  answer text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (mandant_id, id),
  CHECK (direction = 'erhalten' OR vorgang_id IS NOT NULL),
  CHECK ((direction = 'gestellt') = (asked_by_id IS NOT NULL)),
  CHECK (state NOT IN ('angenommen', 'beantwortet') OR vorgang_id IS NOT NULL),
  CHECK ((state IN ('beantwortet', 'abgelehnt', 'zurueckgenommen')) = (ended_at IS NOT NULL))
);
CALL protect_by_mandant('ersuchen', $$SELECT, INSERT, UPDATE (state, vorgang_id, aufgabe_id, ended_at, ended_by, answer, version)$$);
CALL protect_by_person('ersuchen', $$
  CASE WHEN vorgang_id IS NULL
       THEN stufe_rank(stufe) <= (SELECT stufe_rank(p.clearance) FROM person p WHERE p.id = (SELECT current_viewer()))
       ELSE EXISTS (SELECT FROM vorgang v WHERE v.id = ersuchen.vorgang_id) END
$$);
CREATE INDEX ersuchen_of_vorgang ON ersuchen (vorgang_id) WHERE vorgang_id IS NOT NULL;
CREATE INDEX ersuchen_of_aufgabe ON ersuchen (aufgabe_id) WHERE aufgabe_id IS NOT NULL;
CREATE INDEX ersuchen_received ON ersuchen (mandant_id, asked_at DESC, id DESC) WHERE direction = 'erhalten';

-- What is on its way: it holds the bytes until they have become a Dokument on the other side, or nobody wants them any more.
CREATE TABLE ersuchen_dokument (
  mandant_id uuid NOT NULL,
  ersuchen_id uuid NOT NULL,
  position integer NOT NULL,
  betreff text NOT NULL,
  art text NOT NULL,
  dokument_date date,
  file_name text NOT NULL,
  mime text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  signatures jsonb NOT NULL,
  PRIMARY KEY (mandant_id, ersuchen_id, position),
  FOREIGN KEY (mandant_id, ersuchen_id) REFERENCES ersuchen ON DELETE CASCADE
);
CALL protect_by_mandant('ersuchen_dokument', 'SELECT, INSERT, DELETE');
CALL protect_by_person('ersuchen_dokument', $$
  EXISTS (SELECT FROM ersuchen e WHERE e.mandant_id = ersuchen_dokument.mandant_id AND e.id = ersuchen_dokument.ersuchen_id)
$$);
CREATE INDEX ersuchen_dokument_object ON ersuchen_dokument (sha256);
