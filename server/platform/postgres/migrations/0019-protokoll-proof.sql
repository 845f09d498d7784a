-- What makes the Protokoll provable to somebody outside: signing keys, signed checkpoints, and the hashes that a proof
-- about one row of a million is put together from. And the one way to erase personal content.

-- One key per Mandant, so that a Mandant that moves to another database takes its key along. The private half is sealed
-- with the server's secret (AES-256-GCM); that of a retired key is forgotten once it has vouched for its successor.
CREATE TABLE protokoll_key (
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- First four bytes of SHA-256 over name and public key, in hexadecimal (C2SP signed-note).
  key_hash text NOT NULL,
  verifier_key text NOT NULL,
  sealed_key bytea,
  created_at timestamptz NOT NULL,
  retired_at timestamptz,
  PRIMARY KEY (mandant_id, key_hash)
);
CALL protect_by_mandant('protokoll_key', 'SELECT, INSERT, UPDATE (sealed_key, retired_at)');
CREATE UNIQUE INDEX protokoll_key_in_use ON protokoll_key (mandant_id) WHERE retired_at IS NULL;

-- Checkpoints as they were written outside, for the proofs that this server makes. Nobody has to believe these copies:
-- a proof is checked against the signature, and against what was kept elsewhere.
CREATE TABLE protokoll_checkpoint (
  mandant_id uuid NOT NULL REFERENCES mandant,
  size bigint NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (mandant_id, size)
);
CALL protect_by_mandant('protokoll_checkpoint', 'SELECT, INSERT');

-- Roots of every 1,024 rows: with them a proof reads the rows of one such group and not the whole table.
CREATE TABLE protokoll_tile (
  mandant_id uuid NOT NULL REFERENCES mandant,
  position bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (mandant_id, position)
);
CALL protect_by_mandant('protokoll_tile', 'SELECT, INSERT');

-- The contents too are out of reach of an owner who types the wrong statement, but for the function below.
CREATE FUNCTION refuse_protokoll_payload_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('laufmappe.erasing', true) = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'Protokoll is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER protokoll_payload_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON protokoll_payload
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_protokoll_payload_change();

-- Erases content and salt of single rows of the running Mandant (Art. 17 DSGVO, Vernichtung). The rows stay, and so does
-- the chain: it holds a salted commitment, which tells nothing once the salt is gone.
CREATE FUNCTION erase_protokoll_content(wanted bigint[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer;
BEGIN
  PERFORM set_config('laufmappe.erasing', 'on', true);
  DELETE FROM protokoll_payload WHERE mandant_id = current_mandant() AND sequence = ANY (wanted);
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('laufmappe.erasing', 'off', true);
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_protokoll_content(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_protokoll_content(bigint[]) TO laufmappe_app;

-- The page of an Akte shows what happened to its letters before they were filed.
CREATE INDEX eingang_by_vorgang ON eingang (mandant_id, vorgang_id) WHERE vorgang_id IS NOT NULL;
