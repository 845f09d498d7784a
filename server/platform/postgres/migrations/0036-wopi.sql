-- Editing in the browser: an editor server speaks WOPI with us, for a person and one Dokument at a time.

-- A token that the page of a person gave to the editor server. It ends with the session that asked for it.
CREATE TABLE wopi_access (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  dokument_id uuid NOT NULL REFERENCES dokument ON DELETE CASCADE,
  session_id text NOT NULL REFERENCES session ON DELETE CASCADE,
  -- SHA-256: the token is 256 random bits, which the page made and we never see before the editor server shows them.
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CALL protect_by_mandant('wopi_access', 'SELECT, INSERT, DELETE');
CALL protect_by_person('wopi_access', $$ person_id = (SELECT current_viewer()) $$);
CREATE INDEX wopi_access_of_dokument ON wopi_access (dokument_id);
CREATE INDEX wopi_access_of_session ON wopi_access (session_id);
CREATE INDEX wopi_access_by_mandant ON wopi_access (mandant_id, expires_at);

-- The lock of the editor server. It is a check-out like every other, so that everybody sees it; this row adds what the
-- editor server calls it, and what it has saved so far.
CREATE TABLE wopi_lock (
  dokument_id uuid PRIMARY KEY REFERENCES dokument ON DELETE CASCADE,
  mandant_id uuid NOT NULL REFERENCES mandant,
  checkout_id uuid NOT NULL REFERENCES dokument_checkout ON DELETE CASCADE,
  lock text NOT NULL CHECK (length(lock) BETWEEN 1 AND 1024),
  expires_at timestamptz NOT NULL,
  -- The last thing it saved: an upload of the person who has the Dokument.
  upload_id uuid REFERENCES dokument_upload ON DELETE SET NULL,
  saved_at timestamptz,
  -- Everybody who saved.
  editors uuid[] NOT NULL DEFAULT '{}'
);
CALL protect_by_mandant('wopi_lock', 'SELECT, INSERT, UPDATE (lock, expires_at, upload_id, saved_at, editors), DELETE');
CALL protect_by_person('wopi_lock', $$ EXISTS (SELECT FROM dokument d WHERE d.id = wopi_lock.dokument_id) $$);
CREATE INDEX wopi_lock_of_upload ON wopi_lock (upload_id);
CREATE INDEX wopi_lock_of_checkout ON wopi_lock (checkout_id);
CREATE INDEX wopi_lock_by_mandant ON wopi_lock (mandant_id, expires_at);

-- An editor server names no Mandant: this function finds it, as find_api_token does. It tells nothing about tokens that do
-- not exist.
CREATE FUNCTION find_wopi_access(wanted bytea, OUT mandant_id uuid, OUT access_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT a.mandant_id, a.id FROM wopi_access a WHERE a.token_hash = wanted $$;
REVOKE ALL ON FUNCTION find_wopi_access(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_wopi_access(bytea) TO laufmappe_app;
