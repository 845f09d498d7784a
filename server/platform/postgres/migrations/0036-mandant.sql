-- The shared administration of all Mandanten: whoever runs the installation makes, suspends, resumes and exports them, and
-- sees no record of any.
ALTER TABLE mandant
  -- Short name for commands and folders; NULL for those that were there before.
  ADD COLUMN code text CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  -- What stands in the head of a letter: street, place, phone, mail.
  ADD COLUMN letterhead jsonb NOT NULL DEFAULT '{}',
  -- Suspended: nobody signs in, jobs and timers stand still. What arrives is kept, periods and Sperren stay in force.
  ADD COLUMN suspended_at timestamptz,
  ADD COLUMN suspension_reason text,
  ADD CHECK ((suspended_at IS NULL) = (suspension_reason IS NULL));
CREATE UNIQUE INDEX mandant_code ON mandant (code);
GRANT UPDATE (suspended_at, suspension_reason) ON mandant TO laufmappe_app;

-- How the first administrator of a Mandant gets in: a link that works once and sets the password.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  -- SHA-256 of 256 random bits.
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CALL protect_by_mandant('invitation', 'SELECT, INSERT, UPDATE (used_at)');
CREATE INDEX invitation_by_mandant ON invitation (mandant_id, person_id);

CREATE FUNCTION find_invitation(wanted bytea, OUT mandant_id uuid, OUT invitation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT i.mandant_id, i.id FROM invitation i WHERE i.token_hash = wanted $$;
REVOKE ALL ON FUNCTION find_invitation(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_invitation(bytea) TO laufmappe_app;

-- Whom loops work for: a Mandant that is suspended stands still.
CREATE FUNCTION list_running_mandanten() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT mandant_id FROM mandant WHERE suspended_at IS NULL ORDER BY mandant_id $$;
REVOKE ALL ON FUNCTION list_running_mandanten() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_running_mandanten() TO laufmappe_app;

-- Accounts of the shared administration. They belong to no Mandant; the application role reaches none of them, and the role
-- that looks them up, which works before a Mandant is known, reaches no record.
CREATE TABLE operator (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE (password_hash, active) ON operator TO laufmappe_session;

CREATE FUNCTION mandant_overview()
  RETURNS TABLE (id uuid, code text, name text, kind text, created_at timestamptz, suspended_at timestamptz,
                 suspension_reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT mandant_id, code, name, kind, created_at, suspended_at, suspension_reason FROM mandant ORDER BY name, mandant_id
  $$;
REVOKE ALL ON FUNCTION mandant_overview() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mandant_overview() TO laufmappe_session;

-- Numbers, never a name. Bytes that several Dokumente share lie once in the store and are counted once.
CREATE FUNCTION mandant_counts(wanted uuid, OUT people bigint, OUT akten bigint, OUT vorgaenge bigint, OUT dokumente bigint,
                               OUT bytes bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT (SELECT count(*) FROM person WHERE mandant_id = wanted AND active AND kind = 'person'),
           (SELECT count(*) FROM akte WHERE mandant_id = wanted),
           (SELECT count(*) FROM vorgang WHERE mandant_id = wanted),
           (SELECT count(*) FROM dokument WHERE mandant_id = wanted AND place <> 'deleted'),
           (SELECT coalesce(sum(size), 0)::bigint FROM (SELECT DISTINCT sha256, size FROM dokument_version
                                                         WHERE mandant_id = wanted) stored)
  $$;
REVOKE ALL ON FUNCTION mandant_counts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mandant_counts(uuid) TO laufmappe_session;
