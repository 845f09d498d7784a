-- Extra fields that key users define. DECISIONS.md, 41, says why a value lies on its record and knows its definition.

CREATE TABLE zusatzfeld (
  id uuid PRIMARY KEY,
  mandant_id uuid NOT NULL REFERENCES mandant,
  kind text NOT NULL CHECK (kind IN ('akte', 'vorgang', 'dokument')),
  key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- Label, rule and need, as the pure rules of the slice have judged them.
  definition jsonb NOT NULL,
  -- Where it holds: a position with everything below it, a kind of Dokument; NULL: everywhere.
  einheit_id uuid REFERENCES aktenplaneinheit,
  dokument_art text CHECK (dokument_art IS NULL OR kind = 'dokument'),
  rank integer NOT NULL,
  state text NOT NULL DEFAULT 'offen' CHECK (state IN ('offen', 'stillgelegt')),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (mandant_id, kind, key)
);
CALL protect_by_mandant('zusatzfeld',
  'SELECT, INSERT, UPDATE (definition, einheit_id, dokument_art, rank, state, version)');

-- What a stored value was checked against. Only added to.
CREATE TABLE zusatzfeld_version (
  zusatzfeld_id uuid NOT NULL REFERENCES zusatzfeld,
  version integer NOT NULL,
  mandant_id uuid NOT NULL REFERENCES mandant,
  definition jsonb NOT NULL,
  einheit_id uuid,
  dokument_art text,
  state text NOT NULL,
  since timestamptz NOT NULL,
  author text NOT NULL,
  PRIMARY KEY (zusatzfeld_id, version)
);
CALL protect_by_mandant('zusatzfeld_version', 'SELECT, INSERT');

-- { "<key>": { "value": …, "version": n, "text": "as people read it" } }. On the record, so that whatever holds for it (rights,
-- search, destruction) holds for them. The constant default rewrites no table.
ALTER TABLE akte ADD COLUMN zusatz jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(zusatz) = 'object');
ALTER TABLE vorgang ADD COLUMN zusatz jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(zusatz) = 'object');
ALTER TABLE dokument ADD COLUMN zusatz jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(zusatz) = 'object');
GRANT UPDATE (zusatz) ON dokument TO laufmappe_app;

-- For the count before a field is narrowed: only records that have values are looked at, in the order of their ids.
CREATE INDEX akte_zusatz ON akte (id) WHERE zusatz <> '{}';
CREATE INDEX vorgang_zusatz ON vorgang (id) WHERE zusatz <> '{}';
CREATE INDEX dokument_zusatz ON dokument (id) WHERE zusatz <> '{}';

-- Final means final for them too; deleting empties them with the Betreff.
DROP TRIGGER final_stays_as_it_is ON dokument;
CREATE TRIGGER final_stays_as_it_is BEFORE UPDATE OF betreff, art, dokument_date, zusatz ON dokument
  FOR EACH ROW WHEN (OLD.state <> 'entwurf' AND NEW.place <> 'deleted'
    AND (OLD.betreff, OLD.art, OLD.dokument_date, OLD.zusatz)
        IS DISTINCT FROM (NEW.betreff, NEW.art, NEW.dokument_date, NEW.zusatz))
  EXECUTE FUNCTION refuse_change_of_final();
