-- What was given to somebody who asked to see a file: decided Dokument by Dokument, put together by a job, for a time.

CREATE TABLE akteneinsicht (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  akte_id uuid NOT NULL REFERENCES akte,
  -- NULL: of the whole Akte.
  vorgang_id uuid REFERENCES vorgang,
  applicant text NOT NULL,
  kontakt_id uuid,
  ground text NOT NULL,
  -- The decisions with number, hash and reason of each Dokument, as they were then.
  items jsonb NOT NULL,
  -- Every Dokument that the package speaks of: whoever may not see all of them does not see it.
  dokument_ids uuid[] NOT NULL,
  state text NOT NULL CHECK (state IN ('wartet', 'laeuft', 'fertig', 'gescheitert', 'abgebrochen')),
  done integer NOT NULL DEFAULT 0,
  problem text,
  sha256 text,
  size bigint,
  pages integer,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_on date NOT NULL,
  CHECK ((state = 'fertig') OR sha256 IS NULL)
);
CALL protect_by_mandant('akteneinsicht', 'SELECT, INSERT, UPDATE (items, state, done, problem, sha256, size, pages)');
CALL protect_by_person('akteneinsicht', $$
  NOT EXISTS (SELECT FROM unnest(dokument_ids) i WHERE NOT EXISTS (SELECT FROM dokument d WHERE d.id = i))
$$);
CREATE INDEX akteneinsicht_of_vorgang ON akteneinsicht (vorgang_id) WHERE vorgang_id IS NOT NULL;
CREATE INDEX akteneinsicht_of_akte ON akteneinsicht (akte_id);
CREATE INDEX akteneinsicht_object ON akteneinsicht (sha256);
