-- Batches: one act on many records. Fixed when it is planned, tried without effect, then done target by target.
CREATE TABLE stapel (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  -- What is done: [{operation, input}]; a target names its step.
  steps jsonb NOT NULL,
  -- Where the targets come from, in words.
  source jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('pruefung', 'geprueft', 'laufend', 'fertig', 'abgebrochen')),
  total integer NOT NULL,
  -- How many targets are in which state, once nothing moves any more.
  counts jsonb,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz
);
CALL protect_by_mandant('stapel', 'SELECT, INSERT, UPDATE (state, counts, checked_at, started_at, ended_at)');
CREATE INDEX stapel_of_person ON stapel (mandant_id, person_id, created_at, id);
CREATE INDEX stapel_at_work ON stapel (mandant_id, id) WHERE state IN ('pruefung', 'laufend');

CREATE TABLE stapel_posten (
  stapel_id uuid NOT NULL REFERENCES stapel,
  mandant_id uuid NOT NULL REFERENCES mandant,
  nummer integer NOT NULL,
  step integer NOT NULL,
  target_id uuid NOT NULL,
  -- offen: not tried yet; bereit: tried, would be done.
  state text NOT NULL CHECK (state IN ('offen', 'bereit', 'abgelehnt', 'erledigt')),
  rejection jsonb,
  at timestamptz,
  CHECK ((state = 'abgelehnt') = (rejection IS NOT NULL)),
  PRIMARY KEY (stapel_id, nummer)
);
CALL protect_by_mandant('stapel_posten', 'SELECT, INSERT, UPDATE (state, rejection, at)');
CREATE INDEX stapel_posten_by_state ON stapel_posten (stapel_id, state, nummer);

-- Whoever planned it sees it: what it lists was found with that person's eyes.
CALL protect_by_person('stapel', $$ person_id = (SELECT current_viewer()) $$);
CALL protect_by_person('stapel_posten', $$ EXISTS (SELECT FROM stapel s WHERE s.id = stapel_posten.stapel_id) $$);
