-- Whoever writes by mail is told that it has arrived, or somebody says why not: one row for each Eingang that came by mail.
CREATE TABLE eingang_receipt (
  eingang_id uuid PRIMARY KEY REFERENCES eingang ON DELETE CASCADE,
  mandant_id uuid NOT NULL REFERENCES mandant,
  address text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'ordered', 'sent', 'failed', 'waived')),
  -- Why none is sent, or what the mail server said against it.
  note text,
  at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CALL protect_by_mandant('eingang_receipt', 'SELECT, INSERT, UPDATE');
CALL protect_by_person('eingang_receipt', $$ EXISTS (SELECT FROM eingang e WHERE e.id = eingang_receipt.eingang_id) $$);
CREATE INDEX eingang_receipt_open ON eingang_receipt (mandant_id, at) WHERE state IN ('open', 'ordered', 'failed');

-- Of what is there already, only what nobody has filed yet: the rest was answered, or not, without us.
INSERT INTO eingang_receipt (eingang_id, mandant_id, address, state, at)
  SELECT id, mandant_id, examination ->> 'senderAddress', 'open', received_at FROM eingang
   WHERE state IN ('geprueft', 'klaerung') AND examination -> 'mail' ->> 'from' <> ''
     AND examination ->> 'senderAddress' LIKE '_%@_%';
