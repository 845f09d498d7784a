-- Sign-in by a directory of the house (OpenID Connect, LDAP), and a second factor for accounts that it does not vouch for.

-- The account of a person in a directory. Issuer and subject name it for ever; a mail address or a name does not.
CREATE TABLE account_link (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  issuer text NOT NULL,
  subject text NOT NULL,
  since timestamptz NOT NULL,
  UNIQUE (mandant_id, issuer, subject),
  UNIQUE (person_id, issuer)
);
CALL protect_by_mandant('account_link', 'SELECT, INSERT, DELETE');

-- A session that a provider has vouched for. It is asked again from time to time, and may end it by itself.
CREATE TABLE directory_session (
  session_id text PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  mandant_id uuid NOT NULL REFERENCES mandant,
  person_id uuid NOT NULL REFERENCES person,
  -- Name of the provider in the configuration.
  directory text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  -- Name of the session at the provider (sid), where it has one.
  provider_session text,
  -- Sealed with the server's secret (AES-256-GCM) before they get here.
  sealed_tokens bytea NOT NULL,
  -- Time of the machine, as in the table of sessions: the clock of a demo may have been moved.
  confirmed_at timestamptz NOT NULL DEFAULT now(),
  check_at timestamptz NOT NULL
);
CALL protect_by_mandant('directory_session', 'SELECT, INSERT, UPDATE (sealed_tokens, confirmed_at, check_at)');
CREATE INDEX directory_session_of_account ON directory_session (mandant_id, issuer, subject);
CREATE INDEX directory_session_of_person ON directory_session (person_id);

-- What a person has besides the password: a secret that makes six digits every 30 seconds (RFC 6238).
CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES person,
  mandant_id uuid NOT NULL REFERENCES mandant,
  -- Sealed with the server's secret (AES-256-GCM) before it gets here.
  sealed_secret bytea NOT NULL,
  since timestamptz NOT NULL,
  -- The 30 seconds of the code that was used last: none is taken twice, and none from before it.
  last_step bigint NOT NULL
);
CALL protect_by_mandant('second_factor', 'SELECT, INSERT, UPDATE (last_step), DELETE');

-- Codes for the day on which the device is lost; each is worth one sign-in. 80 random bits need no slow hash.
CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES second_factor ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  PRIMARY KEY (person_id, code_hash)
);
CALL protect_by_mandant('recovery_code', 'SELECT, INSERT, DELETE');
