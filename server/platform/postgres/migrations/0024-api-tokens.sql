-- Other systems speak to the API with a token of their own. Behind it stands an account like that of a person, so that
-- rights, rows and the Protokoll know who acts; it has no password and never signs in.
ALTER TABLE person ADD COLUMN kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'system'));

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- The account of the system.
  person_id uuid NOT NULL UNIQUE REFERENCES person,
  -- SHA-256: the token is 256 random bits, so that nothing slower is needed to protect it.
  token_hash bytea NOT NULL UNIQUE,
  -- What it may do at most, of what its roles may.
  scopes text[] NOT NULL,
  -- Its last day, in Berlin.
  expires_on date NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  revoked_at timestamptz,
  -- To the minute: a busy system must not write a row with every request.
  last_used_at timestamptz
);
CALL protect_by_mandant('api_token', 'SELECT, INSERT, UPDATE (revoked_at, last_used_at)');
CREATE INDEX api_token_by_mandant ON api_token (mandant_id, created_at);

-- A request with a token names no Mandant: this function finds it, as find_login does for a name. It tells nothing about
-- tokens that do not exist, and nothing that a row of the Mandant would not say.
CREATE FUNCTION find_api_token(wanted bytea, OUT mandant_id uuid, OUT token_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT t.mandant_id, t.id FROM api_token t WHERE t.token_hash = wanted $$;
REVOKE ALL ON FUNCTION find_api_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_token(bytea) TO laufmappe_app;
