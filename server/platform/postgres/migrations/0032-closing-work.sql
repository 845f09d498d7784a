-- What follows z. d. A. by itself: the bin is emptied, Protokoll and Aufgaben are filed, archive renditions are made. One row
-- for each, so that everybody sees how far it is. Closing anew begins them anew.
CREATE TABLE closing_work (
  mandant_id uuid NOT NULL REFERENCES mandant,
  vorgang_id uuid NOT NULL REFERENCES vorgang,
  kind text NOT NULL CHECK (kind IN ('bin', 'protokoll', 'renditions')),
  -- Version of the Vorgang when it was closed: a follow-up of an earlier closing finds that it is too late.
  closing integer NOT NULL,
  -- 'stopped': the Vorgang was opened again before it was done.
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'stopped')),
  -- Why it failed: sentence and remedy in both languages.
  reason jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (vorgang_id, kind),
  CHECK ((state = 'failed') = (reason IS NOT NULL))
);
CALL protect_by_mandant('closing_work', 'SELECT, INSERT, UPDATE');
CALL protect_by_person('closing_work', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = closing_work.vorgang_id) $$);
