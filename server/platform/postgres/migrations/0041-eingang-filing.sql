-- How each Eingang was filed, beside what had been proposed: the stock that later proposals are made from, and the figures
-- that say how good they are. Nobody's work is counted: the row does not say who filed.
CREATE TABLE eingang_filing (
  eingang_id uuid PRIMARY KEY REFERENCES eingang ON DELETE CASCADE,
  mandant_id uuid NOT NULL REFERENCES mandant,
  at timestamptz NOT NULL,
  -- Position of the Aktenplan that it was filed under then.
  einheit_id uuid NOT NULL REFERENCES aktenplaneinheit,
  kind text NOT NULL,
  sender text NOT NULL,
  -- In lower case: letters are found again by it, however the name was written.
  sender_key text NOT NULL,
  -- Mail address that it came from; empty where it did not come by mail.
  address text NOT NULL,
  -- What was proposed: { places: [{ aktenzeichen, reasons }], kind, sender }. NULL: filed before anybody counted.
  proposed jsonb,
  -- Which of the proposed places was taken, 1 for the first; NULL: another one.
  taken smallint
);
CALL protect_by_mandant('eingang_filing', 'SELECT, INSERT');
CALL protect_by_person('eingang_filing', $$ EXISTS (SELECT FROM eingang e WHERE e.id = eingang_filing.eingang_id) $$);
CREATE INDEX eingang_filing_by_sender ON eingang_filing (mandant_id, sender_key, at);
CREATE INDEX eingang_filing_by_address ON eingang_filing (mandant_id, address, at) WHERE address <> '';
CREATE INDEX eingang_filing_by_kind ON eingang_filing (mandant_id, kind, at);
CREATE INDEX eingang_filing_by_time ON eingang_filing (mandant_id, at) WHERE proposed IS NOT NULL;

INSERT INTO eingang_filing (eingang_id, mandant_id, at, einheit_id, kind, sender, sender_key, address)
  SELECT e.id, e.mandant_id, e.received_at, a.aktenplaneinheit_id, coalesce(e.examination ->> 'kind', 'schreiben'),
         coalesce(e.examination ->> 'sender', ''), lower(coalesce(e.examination ->> 'sender', '')),
         lower(coalesce(e.examination ->> 'senderAddress', ''))
    FROM eingang e JOIN vorgang v ON v.id = e.vorgang_id JOIN akte a ON a.id = v.akte_id
   WHERE e.state = 'zugeordnet';
