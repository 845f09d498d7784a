-- Signals reach everybody, and processes begin by signals and by time.

-- Signals that start the process: [{ elementId, signalName }]
ALTER TABLE engine.definition ADD COLUMN signal_starts jsonb NOT NULL DEFAULT '[]';

-- A signal that was thrown and that somebody still has to hear: instances of other trees of calls, whose locks the one
-- that throws must not take, and processes that it starts.
CREATE TABLE engine.signal (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  name text NOT NULL,
  variables jsonb NOT NULL,
  correlation_id uuid,
  at timestamptz NOT NULL
);
CALL protect_by_mandant('engine.signal', 'SELECT, INSERT, DELETE');
CREATE INDEX signal_of_mandant ON engine.signal (mandant_id);

-- Who hears it is fixed when it is thrown. A wait that ends before has nothing to hear any more; there is no foreign key,
-- because checking one takes a lock on a row of another tree.
CREATE TABLE engine.signal_delivery (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  signal_key bigint NOT NULL REFERENCES engine.signal,
  subscription_key bigint,
  -- Or a start event of a process.
  definition_key bigint REFERENCES engine.definition,
  element_id text,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamptz,
  CHECK ((subscription_key IS NULL) <> (definition_key IS NULL)),
  CHECK ((element_id IS NULL) = (definition_key IS NULL))
);
CALL protect_by_mandant('engine.signal_delivery', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX signal_delivery_of_mandant ON engine.signal_delivery (mandant_id, key);
CREATE INDEX signal_delivery_of_signal ON engine.signal_delivery (signal_key);

-- Start events that wait for a time; only the version in force of a process has any.
CREATE TABLE engine.start_timer (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  definition_key bigint NOT NULL REFERENCES engine.definition,
  process_id text NOT NULL,
  element_id text NOT NULL,
  due timestamptz NOT NULL,
  cycle jsonb,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamptz
);
CALL protect_by_mandant('engine.start_timer', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX start_timer_due ON engine.start_timer (mandant_id, due);
CREATE INDEX start_timer_of_process ON engine.start_timer (mandant_id, process_id);
