-- What another Mandant of the installation offers: the other side of a Weitergabe, under the same id. It holds what the
-- offer says and nothing else of the other one.
CREATE TABLE angebot (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- Whose row nobody here sees.
  from_mandant_id uuid NOT NULL,
  from_name text NOT NULL,
  aktenzeichen text NOT NULL,
  kennzeichen text NOT NULL,
  betreff text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('kopie', 'zustaendigkeit')),
  reason text NOT NULL,
  stufe text NOT NULL CHECK (stufe_rank(stufe) IS NOT NULL),
  dokumente integer NOT NULL,
  -- NULL once it is answered: the package is then ours, Dokument by Dokument, or not.
  sha256 text,
  size bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('offen', 'uebernahme', 'angenommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen')),
  offered_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  -- Where the new Akte is to lie, and who said so.
  aktenplaneinheit_id uuid REFERENCES aktenplaneinheit,
  answered_at timestamptz,
  answered_by text,
  answer_reason text,
  problem text,
  akte_id uuid REFERENCES akte,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state IN ('offen', 'uebernahme')) = (sha256 IS NOT NULL)),
  CHECK ((state = 'angenommen') = (akte_id IS NOT NULL)),
  CHECK (state NOT IN ('uebernahme', 'angenommen') OR aktenplaneinheit_id IS NOT NULL)
);
CALL protect_by_mandant('angebot', $$SELECT, INSERT, UPDATE (sha256, state, aktenplaneinheit_id, answered_at, answered_by,
  answer_reason, problem, akte_id, version)$$);
-- Its Betreff is as confidential as the Akte; once it is an Akte of ours, it is seen by whoever sees that.
CALL protect_by_person('angebot', $$
  stufe_rank(stufe) <= (SELECT stufe_rank(p.clearance) FROM person p WHERE p.id = (SELECT current_viewer()))
  AND (akte_id IS NULL OR EXISTS (SELECT FROM akte a WHERE a.id = angebot.akte_id))
$$);
CREATE INDEX angebot_latest ON angebot (mandant_id, offered_at DESC, id DESC);
CREATE INDEX angebot_object ON angebot (sha256);
CREATE INDEX angebot_of_akte ON angebot (akte_id) WHERE akte_id IS NOT NULL;
