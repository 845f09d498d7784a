-- Before it is filed, an Eingang can be given to a unit or a person, who accepts it and files it, or sends it back.
ALTER TABLE eingang
  ADD receiver_unit_id uuid REFERENCES unit,
  ADD receiver_id uuid REFERENCES person,
  ADD accepted_by uuid REFERENCES person,
  -- From whom, to whom in words, when, with which note.
  ADD forwarded jsonb,
  -- Who sent it back, when and why; until it is forwarded again or filed.
  ADD returned jsonb,
  ADD CONSTRAINT eingang_receiver_check CHECK (
    num_nonnulls(receiver_unit_id, receiver_id) = (forwarded IS NOT NULL)::int
    AND (accepted_by IS NULL OR forwarded IS NOT NULL));

-- What is not filed is read at the desk, and by whoever it was given to: a person, those of a unit whose roles may file,
-- and only one of them once it is accepted. Until now every person of the Mandant could have read it in the database.
-- A test compares these roles with the permissions that they stand for.
CALL protect_by_person('eingang', $$
  CASE WHEN vorgang_id IS NOT NULL THEN EXISTS (SELECT FROM vorgang v WHERE v.id = eingang.vorgang_id)
  ELSE (SELECT (viewer_access()).roles && ARRAY['poststelle', 'registratur'])
    OR accepted_by = ANY ((SELECT (viewer_access()).hands)::uuid[])
    OR (accepted_by IS NULL AND (
      receiver_id = ANY ((SELECT (viewer_access()).hands)::uuid[])
      OR receiver_unit_id::text = ANY (ARRAY(
        SELECT split_part(g, '@', 2) FROM unnest((viewer_access()).groups) g
         WHERE split_part(g, '@', 1) IN ('sachbearbeitung', 'leitung')))))
  END
$$);
CREATE INDEX eingang_by_receiver ON eingang (mandant_id, receiver_id) WHERE receiver_id IS NOT NULL;

-- Whether an Eingang was given to the running person, or to whoever they stand in for, and to nobody else since.
CREATE FUNCTION lies_with_viewer(unit uuid, person uuid, accepted uuid) RETURNS boolean
  LANGUAGE sql STABLE
AS $$
  SELECT NOT sees_all() AND CASE
    WHEN accepted IS NOT NULL THEN accepted = ANY ((viewer_access()).hands)
    WHEN person IS NOT NULL THEN person = ANY ((viewer_access()).hands)
    ELSE EXISTS (SELECT FROM unnest((viewer_access()).groups) g WHERE split_part(g, '@', 2) = unit::text)
  END
$$;
