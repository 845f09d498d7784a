-- State of the embedded process engine. Everything that waits (jobs, timers, subscriptions, incidents) is a row, so that
-- loops find it without opening an instance.
CREATE SCHEMA engine;
GRANT USAGE ON SCHEMA engine TO laufmappe_app;

-- One value gives a command 65,536 keys in a row; keys grow with time, as Zeebe's do.
CREATE SEQUENCE engine.key_block;
GRANT USAGE ON SEQUENCE engine.key_block TO laufmappe_app;

CREATE TABLE engine.definition (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  process_id text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  -- The bytes as they were uploaded; a model that was exported again must be the same file.
  resource bytea NOT NULL,
  -- Messages that start the process: [{ elementId, messageName }]
  message_starts jsonb NOT NULL,
  -- User tasks in document order: [{ elementId, name, headers }]
  user_tasks jsonb NOT NULL,
  deployed_at timestamptz NOT NULL,
  deployed_by text NOT NULL,
  UNIQUE (mandant_id, process_id, version)
);
CALL protect_by_mandant('engine.definition', 'SELECT, INSERT');

CREATE TABLE engine.instance (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  definition_key bigint NOT NULL REFERENCES engine.definition,
  process_id text NOT NULL,
  state jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'completed', 'terminated')),
  business_key text,
  correlation_id uuid,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);
CALL protect_by_mandant('engine.instance', 'SELECT, INSERT, UPDATE');
CREATE INDEX instance_by_business_key ON engine.instance (mandant_id, business_key);
CREATE INDEX instance_by_definition ON engine.instance (mandant_id, definition_key) WHERE status = 'active';

CREATE TABLE engine.job (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  element_key bigint NOT NULL,
  element_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('service', 'user')),
  type text NOT NULL,
  retries integer NOT NULL,
  headers jsonb NOT NULL,
  back_off_until timestamptz
);
CALL protect_by_mandant('engine.job', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX job_of_element ON engine.job (element_key);
CREATE INDEX job_due ON engine.job (mandant_id, key) WHERE kind = 'service' AND retries > 0;

CREATE TABLE engine.timer (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  element_key bigint NOT NULL,
  target_id text NOT NULL,
  due timestamptz NOT NULL,
  cycle jsonb
);
CALL protect_by_mandant('engine.timer', 'SELECT, INSERT, DELETE');
CREATE INDEX timer_of_element ON engine.timer (element_key);
CREATE INDEX timer_due ON engine.timer (mandant_id, due);

CREATE TABLE engine.message_subscription (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  process_id text NOT NULL,
  element_key bigint NOT NULL,
  target_id text NOT NULL,
  name text NOT NULL,
  correlation_key text NOT NULL
);
CALL protect_by_mandant('engine.message_subscription', 'SELECT, INSERT, DELETE');
CREATE INDEX message_subscription_of_element ON engine.message_subscription (element_key);
CREATE INDEX message_subscription_of_instance ON engine.message_subscription (instance_key);
CREATE INDEX message_subscription_by_key ON engine.message_subscription (mandant_id, name, correlation_key);

-- Buffered messages: kept until their time to live ends, also after correlation, because the id dedupes until then.
CREATE TABLE engine.message (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  name text NOT NULL,
  correlation_key text NOT NULL,
  message_id text NOT NULL,
  variables jsonb NOT NULL,
  correlation_id uuid,
  expires_at timestamptz NOT NULL,
  UNIQUE (mandant_id, name, correlation_key, message_id)
);
CALL protect_by_mandant('engine.message', 'SELECT, INSERT, DELETE');
CREATE INDEX message_expiry ON engine.message (mandant_id, expires_at);

-- A message reaches each process once.
CREATE TABLE engine.message_correlated (
  mandant_id uuid NOT NULL REFERENCES mandant,
  message_key bigint NOT NULL REFERENCES engine.message ON DELETE CASCADE,
  process_id text NOT NULL,
  PRIMARY KEY (message_key, process_id)
);
CALL protect_by_mandant('engine.message_correlated', 'SELECT, INSERT');

CREATE TABLE engine.incident (
  key bigint PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  instance_key bigint NOT NULL REFERENCES engine.instance,
  element_key bigint NOT NULL,
  element_id text NOT NULL,
  type text NOT NULL,
  message jsonb NOT NULL,
  job_key bigint,
  at timestamptz NOT NULL
);
CALL protect_by_mandant('engine.incident', 'SELECT, INSERT, DELETE');
CREATE INDEX incident_of_element ON engine.incident (element_key);
CREATE INDEX incident_of_mandant ON engine.incident (mandant_id);
