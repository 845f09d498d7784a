-- Append-only audit trail, hash-chained per Mandant. Content and salt lie apart, so that both can be erased
-- (Art. 17 DSGVO, Vernichtung) while the chain of salted commitments stays provable.
CREATE TABLE protokoll (
  mandant_id uuid NOT NULL REFERENCES mandant,
  sequence bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id uuid NOT NULL,
  correlation_id uuid,
  commitment bytea NOT NULL,
  previous_hash bytea NOT NULL,
  row_hash bytea NOT NULL,
  PRIMARY KEY (mandant_id, sequence)
);
CALL protect_by_mandant('protokoll', 'SELECT, INSERT');
CREATE INDEX protokoll_by_object ON protokoll (mandant_id, object_id, sequence);

CREATE TABLE protokoll_payload (
  mandant_id uuid NOT NULL,
  sequence bigint NOT NULL,
  salt bytea NOT NULL,
  payload jsonb NOT NULL,
  PRIMARY KEY (mandant_id, sequence),
  FOREIGN KEY (mandant_id, sequence) REFERENCES protokoll
);
CALL protect_by_mandant('protokoll_payload', 'SELECT, INSERT');

-- The grant already refuses changes; the trigger also stops an owner who types the wrong statement.
CREATE FUNCTION refuse_protokoll_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Protokoll is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER protokoll_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON protokoll
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_protokoll_change();
