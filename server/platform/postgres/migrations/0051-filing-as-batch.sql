-- Certain Eingaenge are filed as a batch, and what was filed is taken back, singly or as a batch, while nothing has happened since.

-- What an operation needs for this one target, beside what is said once for all of them.
ALTER TABLE stapel_posten ADD input jsonb NOT NULL DEFAULT '{}';
-- The batch that this one takes back; once.
ALTER TABLE stapel ADD takes_back uuid REFERENCES stapel;
CREATE UNIQUE INDEX stapel_taken_back_once ON stapel (takes_back) WHERE takes_back IS NOT NULL;

ALTER TABLE eingang
  -- The batch that filed it: whoever takes that batch back means this filing and no later one. NULL: somebody did it alone.
  ADD filed_in uuid REFERENCES stapel,
  -- How many of its filings were taken back: the message of the next one must not count as the first one again.
  ADD taken_back integer NOT NULL DEFAULT 0;
CREATE INDEX eingang_filed_in ON eingang (filed_in) WHERE filed_in IS NOT NULL;

-- A filing that was taken back is no example for the next proposal, and the emptied Dokument is no longer the Eingang.
GRANT DELETE ON eingang_filing TO laufmappe_app;
GRANT UPDATE (eingang_id) ON dokument TO laufmappe_app;

-- Whether anybody has done anything with these Dokumente: signed, redacted, checked out, sent on, given to somebody. Every table
-- that names a Dokument counts, so that a new one cannot be forgotten; except those that came with the filing itself.
CREATE FUNCTION dokumente_in_use(wanted uuid[]) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  holder record;
  found boolean;
BEGIN
  FOR holder IN
    SELECT a.attrelid::regclass AS holder, a.attname AS carrier, a.atttypid = 'uuid[]'::regtype AS many
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE a.attname IN ('dokument_id', 'dokument_ids') AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype)
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT IN ('dokument_version', 'dokument_rendition', 'aufgabe')
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE mandant_id = current_mandant() AND %I %s ($1))', holder.holder,
      holder.carrier, CASE WHEN holder.many THEN '&&' ELSE '= ANY' END) INTO found USING wanted;
    IF found THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN EXISTS (SELECT FROM dokument_version s JOIN zeichnung z ON z.dokument_version_id = s.id
                  WHERE s.dokument_id = ANY (wanted));
END $$;
REVOKE ALL ON FUNCTION dokumente_in_use(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dokumente_in_use(uuid[]) TO laufmappe_app;
