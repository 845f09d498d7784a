-- Ground that every slice stands on: Mandanten, row-level security, people, sessions, acts, outbox.

-- The Mandant of the running transaction. Without one the result is NULL, so every policy refuses: deny by default.
CREATE FUNCTION current_mandant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('laufmappe.mandant_id', true), '')::uuid;

-- Puts a table under the Mandant's row-level security and gives the application the named rights on it.
CREATE PROCEDURE protect_by_mandant(target regclass, rights text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_mandant ON %s USING (mandant_id = current_mandant()) WITH CHECK (mandant_id = current_mandant())',
    target);
  EXECUTE format('GRANT %s ON %s TO laufmappe_app', rights, target);
END $$;

CREATE TABLE mandant (
  mandant_id uuid PRIMARY KEY,
  name text NOT NULL,
  -- 'demo' shows a banner, offers the demo accounts and lets the clock be moved.
  kind text NOT NULL CHECK (kind IN ('demo', 'productive')),
  -- Country-specific key of the authority, needed as Behoerdenkennung in xdomea messages.
  behoerdenschluessel text NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_mandant('mandant', 'SELECT, INSERT');

-- Loops go round-robin over all Mandanten and sign-in finds a login before the Mandant is known. These definer
-- functions are the only two holes in row-level security, and both return next to nothing.
CREATE FUNCTION list_mandanten() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT mandant_id FROM mandant ORDER BY mandant_id $$;
REVOKE ALL ON FUNCTION list_mandanten() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_mandanten() TO laufmappe_app;

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  code text NOT NULL,
  name text NOT NULL,
  UNIQUE (mandant_id, code)
);
CALL protect_by_mandant('unit', 'SELECT, INSERT');

CREATE TABLE person (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  unit_id uuid NOT NULL REFERENCES unit,
  login text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true
);
CALL protect_by_mandant('person', 'SELECT, INSERT, UPDATE');
CREATE INDEX person_by_mandant ON person (mandant_id);

CREATE FUNCTION find_login(wanted text, OUT mandant_id uuid, OUT person_id uuid, OUT password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.mandant_id, p.id, p.password_hash FROM person p WHERE p.login = wanted AND p.active $$;
REVOKE ALL ON FUNCTION find_login(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_login(text) TO laufmappe_app;

CREATE TABLE person_role (
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL,
  PRIMARY KEY (person_id, role)
);
CALL protect_by_mandant('person_role', 'SELECT, INSERT, DELETE');

-- Key of a person for signing. The private key is sealed with the server's secret (AES-256-GCM) before it gets here.
CREATE TABLE signing_key (
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid PRIMARY KEY REFERENCES person,
  certificate bytea NOT NULL,
  issuer_certificate bytea NOT NULL,
  sealed_key bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CALL protect_by_mandant('signing_key', 'SELECT, INSERT');

-- Sessions of signed-in people. Their own role reaches only this table; the application sees its Mandant's rows.
CREATE TABLE session (
  sid text PRIMARY KEY,
  sess jsonb NOT NULL,
  expire timestamptz NOT NULL,
  mandant_id uuid GENERATED ALWAYS AS ((sess ->> 'mandantId')::uuid) STORED
);
CREATE INDEX session_by_expiry ON session (expire);
CALL protect_by_mandant('session', 'SELECT, DELETE');
CREATE POLICY session_store ON session TO laufmappe_session USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO laufmappe_session;

-- Result of every act that came with an idempotency key: the same key answers the same, and nothing happens twice.
CREATE TABLE act_result (
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  idempotency_key text NOT NULL,
  act text NOT NULL,
  result jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (mandant_id, person_id, idempotency_key)
);
CALL protect_by_mandant('act_result', 'SELECT, INSERT, DELETE');

-- Follow-ups of acts, written in the act's transaction. `key` makes a follow-up happen once.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  topic text NOT NULL,
  key text NOT NULL,
  payload jsonb NOT NULL,
  correlation_id uuid,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  lease_until timestamptz,
  done_at timestamptz,
  last_error text,
  UNIQUE (mandant_id, topic, key)
);
CALL protect_by_mandant('outbox', 'SELECT, INSERT, UPDATE');
CREATE INDEX outbox_open ON outbox (mandant_id, next_at, id) WHERE done_at IS NULL;
