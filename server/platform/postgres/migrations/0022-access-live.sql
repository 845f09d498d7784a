-- Who of those that listen may hear of a change, and the tables that came after the rules.

-- Which of these people see a record now. Asked by the system for the screens that are open; those whose kept rights show
-- the record are found at once, the few others one by one, each with their own eyes.
CREATE FUNCTION people_who_see(kind text, wanted uuid, people uuid[], today date) RETURNS SETOF uuid
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  class integer;
  person uuid;
  seen boolean;
  plainly uuid[];
BEGIN
  IF NOT sees_all() THEN RAISE EXCEPTION 'asked by the system only' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT r.access_class INTO class FROM (
    SELECT access_class FROM vorgang WHERE kind = 'vorgang' AND id = wanted
    UNION ALL SELECT access_class FROM akte WHERE kind = 'akte' AND id = wanted
    UNION ALL SELECT access_class FROM aufgabe WHERE kind = 'aufgabe' AND id = wanted) r;
  SELECT coalesce(array_agg(a.person_id), '{}') INTO plainly
    FROM access_of_person a JOIN access_state s ON s.mandant_id = a.mandant_id AND s.epoch = a.epoch
   WHERE a.person_id = ANY (people) AND a.day = today AND substring(a.levels, class, 1) > '4';
  RETURN QUERY SELECT unnest(plainly);
  FOREACH person IN ARRAY people LOOP
    CONTINUE WHEN person = ANY (plainly);
    PERFORM set_config('laufmappe.viewer', person::text, true), set_config('laufmappe.day', today::text, true);
    PERFORM begin_access();
    seen := CASE kind
      WHEN 'vorgang' THEN EXISTS (SELECT FROM vorgang WHERE id = wanted)
      WHEN 'akte' THEN EXISTS (SELECT FROM akte WHERE id = wanted)
      WHEN 'aufgabe' THEN EXISTS (SELECT FROM aufgabe WHERE id = wanted)
      WHEN 'eingang' THEN EXISTS (SELECT FROM eingang WHERE id = wanted)
      WHEN 'aussonderung' THEN EXISTS (SELECT FROM aussonderung WHERE id = wanted)
    END;
    PERFORM set_config('laufmappe.viewer', 'system', true), set_config('laufmappe.levels', '', true);
    IF seen THEN RETURN NEXT person; END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION people_who_see(text, uuid, uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_who_see(text, uuid, uuid[], date) TO laufmappe_app;

-- Who has taken a Dokument along stands with the Dokument; what somebody has uploaded is nobody else's before it is filed.
CALL protect_by_person('dokument_checkout', $$
  EXISTS (SELECT FROM dokument d WHERE d.id = dokument_checkout.dokument_id) OR person_id = (SELECT current_viewer())
$$);
CALL protect_by_person('dokument_upload', $$ person_id = (SELECT current_viewer()) $$);

-- What is said about a record is seen with it. A Sperre on a Dokument that is gone stays with its Vorgang's Protokoll.
CALL protect_by_person('sperre', $$
  CASE object_kind
    WHEN 'akte' THEN EXISTS (SELECT FROM akte a WHERE a.id = object_id)
    WHEN 'vorgang' THEN EXISTS (SELECT FROM vorgang v WHERE v.id = object_id)
    WHEN 'dokument' THEN EXISTS (SELECT FROM dokument d WHERE d.id = object_id)
  END
$$);
CALL protect_by_person('aufbewahrungsfrist', $$
  CASE object_kind
    WHEN 'akte' THEN EXISTS (SELECT FROM akte a WHERE a.id = object_id)
    WHEN 'vorgang' THEN EXISTS (SELECT FROM vorgang v WHERE v.id = object_id)
    ELSE true
  END
$$);
CALL protect_by_person('aufbewahrung_event', $$
  CASE object_kind
    WHEN 'akte' THEN EXISTS (SELECT FROM akte a WHERE a.id = object_id)
    WHEN 'vorgang' THEN EXISTS (SELECT FROM vorgang v WHERE v.id = object_id)
  END
$$);
