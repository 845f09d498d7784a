-- Second half of the same change: from rules to rows that are seen or not.

-- The rights of one person on one day, computed from the rules. Inheritance goes down the Aktenplan and only adds; a
-- deputy has what the absent person has by unit and role, never what was given to that person by name.
CREATE FUNCTION compute_access(mandant uuid, viewer uuid, today date) RETURNS access_of_person
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  result access_of_person;
  cleared integer;
BEGIN
  SELECT viewer, mandant, coalesce((SELECT s.epoch FROM access_state s WHERE s.mandant_id = mandant), 0), today
    INTO result.person_id, result.mandant_id, result.epoch, result.day;
  SELECT stufe_rank(p.clearance) INTO cleared FROM person p
    WHERE p.id = viewer AND p.mandant_id = mandant AND p.active;

  WITH RECURSIVE holder AS (
    SELECT 0::bigint AS nr, p.id AS person_id, p.unit_id, NULL::uuid AS part, true AS self
      FROM person p WHERE p.id = viewer AND p.mandant_id = mandant AND p.active
    UNION ALL
    SELECT row_number() OVER (ORDER BY v.id), p.id, p.unit_id, v.aktenplaneinheit_id, false
      FROM vertretung v JOIN person p ON p.id = v.person_id JOIN person d ON d.id = v.deputy_id AND d.active
     WHERE v.deputy_id = viewer AND v.mandant_id = mandant AND v.ended_at IS NULL
       AND today BETWEEN v.from_day AND v.until_day
  ), own AS (
    SELECT h.nr, r.aktenplaneinheit_id AS einheit, r.akte_id, max(r.level) AS level
      FROM holder h JOIN access_rule r ON r.mandant_id = mandant AND CASE r.subject
        WHEN 'house' THEN true
        WHEN 'person' THEN h.self AND r.person_id = h.person_id
        WHEN 'role' THEN EXISTS (SELECT FROM person_role q WHERE q.person_id = h.person_id AND q.role = r.role)
        -- A unit stands for those below it: 20 for 20.31.
        WHEN 'unit' THEN EXISTS (SELECT FROM unit u JOIN unit mine ON mine.id = h.unit_id WHERE u.id = r.unit_id
                                  AND (mine.id = u.id OR starts_with(mine.code, u.code || '.')))
      END
     GROUP BY 1, 2, 3
  ), node AS (
    SELECT h.nr, h.part, e.id, greatest(o.level, w.level, 0) AS level, h.part IS NULL OR h.part = e.id AS inside
      FROM holder h JOIN aktenplaneinheit e ON e.mandant_id = mandant AND e.parent_id IS NULL
      LEFT JOIN own w ON w.nr = h.nr AND w.einheit IS NULL AND w.akte_id IS NULL
      LEFT JOIN own o ON o.nr = h.nr AND o.einheit = e.id
    UNION ALL
    SELECT n.nr, n.part, e.id, greatest(o.level, n.level), n.inside OR n.part = e.id
      FROM node n JOIN aktenplaneinheit e ON e.parent_id = n.id AND e.mandant_id = mandant
      LEFT JOIN own o ON o.nr = n.nr AND o.einheit = e.id
  ), by_class AS (
    SELECT c.number, max(CASE WHEN c.akte_id IS NULL THEN n.level ELSE o.level END) FILTER (WHERE n.inside) AS level
      FROM access_class c JOIN node n ON n.id = c.aktenplaneinheit_id
      LEFT JOIN own o ON o.nr = n.nr AND o.akte_id = c.akte_id
     WHERE c.mandant_id = mandant GROUP BY c.number
  )
  SELECT coalesce(string_agg((CASE WHEN stufe_rank(c.vertraulichkeitsstufe) <= cleared
                                   THEN 4 + coalesce(b.level, 0) ELSE 0 END)::text, '' ORDER BY s.number), '')
    INTO result.levels
    FROM generate_series(1, (SELECT max(a.number) FROM access_class a WHERE a.mandant_id = mandant)) s (number)
    LEFT JOIN access_class c ON c.mandant_id = mandant AND c.number = s.number
    LEFT JOIN by_class b ON b.number = s.number;

  SELECT coalesce(array_agg(h.id), '{}') INTO result.hands FROM (
    SELECT p.id FROM person p WHERE p.id = viewer AND p.mandant_id = mandant AND p.active
    UNION
    SELECT v.person_id FROM vertretung v JOIN person d ON d.id = v.deputy_id AND d.active
     WHERE v.deputy_id = viewer AND v.mandant_id = mandant AND v.ended_at IS NULL AND v.aktenplaneinheit_id IS NULL
       AND today BETWEEN v.from_day AND v.until_day) h;
  SELECT coalesce(array_agg(DISTINCT q.role), '{}'), coalesce(array_agg(DISTINCT q.role || '@' || coalesce(g.unit, '')), '{}')
    INTO result.roles, result.groups
    FROM person p JOIN person_role q ON q.person_id = p.id CROSS JOIN LATERAL (VALUES (NULL), (p.unit_id::text)) g (unit)
   WHERE p.id = ANY (result.hands) AND p.mandant_id = mandant;
  SELECT coalesce(array_agg(DISTINCT t.vorgang_id), '{}') INTO result.temporary_vorgaenge FROM temporary_right t
   WHERE t.person_id = viewer AND t.mandant_id = mandant AND t.ended_at IS NULL AND today <= t.until_day
     AND cleared IS NOT NULL;
  RETURN result;
END $$;
REVOKE ALL ON FUNCTION compute_access(uuid, uuid, date) FROM PUBLIC;

-- What the running transaction's person may do: as kept, or computed where that is out of date.
CREATE FUNCTION viewer_access() RETURNS access_of_person
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  kept access_of_person;
BEGIN
  IF sees_all() THEN RETURN NULL; END IF;
  SELECT a.* INTO kept FROM access_of_person a JOIN access_state s ON s.mandant_id = a.mandant_id AND s.epoch = a.epoch
    WHERE a.person_id = current_viewer() AND a.mandant_id = current_mandant() AND a.day = current_office_day();
  IF FOUND THEN RETURN kept; END IF;
  RETURN compute_access(current_mandant(), current_viewer(), current_office_day());
END $$;
-- The same, kept for the statements of one transaction: looking it up in each costs 25 µs per table, reading a setting
-- 2 µs. A rule that somebody else withdraws meanwhile counts from the next transaction on; one's own change at once.
CREATE FUNCTION begin_access() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  mine access_of_person := viewer_access();
BEGIN
  PERFORM set_config('laufmappe.levels', mine.levels, true), set_config('laufmappe.hands', mine.hands::text, true),
    set_config('laufmappe.groups', mine.groups::text, true), set_config('laufmappe.roles', mine.roles::text, true),
    set_config('laufmappe.temporary', mine.temporary_vorgaenge::text, true);
END $$;
CREATE FUNCTION computed_levels() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT (viewer_access()).levels $$;
CREATE FUNCTION viewer_levels() RETURNS bytea
  LANGUAGE sql STABLE
  RETURN convert_to(coalesce(nullif(current_setting('laufmappe.levels', true), ''), computed_levels()), 'UTF8');

-- Keeps what was computed, once per person, epoch and day. Whoever comes at the same moment computes for themselves.
CREATE FUNCTION keep_access(viewer uuid, today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM access_of_person a JOIN access_state s ON s.mandant_id = a.mandant_id AND s.epoch = a.epoch
              WHERE a.person_id = viewer AND a.mandant_id = current_mandant() AND a.day = today)
     OR NOT EXISTS (SELECT FROM person p WHERE p.id = viewer AND p.mandant_id = current_mandant())
     OR NOT pg_try_advisory_xact_lock(hashtextextended('access ' || viewer, 0)) THEN
    RETURN;
  END IF;
  INSERT INTO access_of_person SELECT (compute_access(current_mandant(), viewer, today)).*
    ON CONFLICT (person_id) DO UPDATE SET epoch = excluded.epoch, day = excluded.day, levels = excluded.levels,
      roles = excluded.roles, groups = excluded.groups, hands = excluded.hands,
      temporary_vorgaenge = excluded.temporary_vorgaenge;
END $$;

REVOKE ALL ON FUNCTION viewer_access(), begin_access(), computed_levels(), keep_access(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_access(), begin_access(), computed_levels(), keep_access(uuid, date) TO laufmappe_app;

-- For reports: the digits of somebody else, by the very computation that row-level security asks.
CREATE FUNCTION levels_of(person uuid, day date) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT (compute_access(current_mandant(), person, day)).levels $$;
REVOKE ALL ON FUNCTION levels_of(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION levels_of(uuid, date) TO laufmappe_app;

-- Puts a table under the Mandant and, within it, under the eyes of whoever looks. `seen` is the condition for a person;
-- what is written is checked by the acts, which see first and write then.
CREATE PROCEDURE protect_by_person(target regclass, seen text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'ALTER POLICY own_mandant ON %s USING (mandant_id = (SELECT current_mandant()) AND ((SELECT sees_all()) OR (%s)))
       WITH CHECK (mandant_id = (SELECT current_mandant()))', target, seen);
END $$;

-- What the person may see for the time being: Vorgaenge by a right that was given by hand until a day, and those with an
-- open Aufgabe that is theirs, or their group's while nobody has taken it. There is nothing to withdraw: when the Aufgabe
-- is done, gone or somebody else's, its Vorgang is not in here any more.
CREATE FUNCTION viewer_vorgaenge() RETURNS TABLE (vorgang_id uuid, akte_id uuid)
  LANGUAGE plpgsql STABLE ROWS 20 SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  mine access_of_person;
  levels bytea;
BEGIN
  IF coalesce(current_setting('laufmappe.levels', true), '') = '' THEN
    mine := viewer_access();
  ELSE
    mine.levels := current_setting('laufmappe.levels', true);
    mine.hands := current_setting('laufmappe.hands', true)::uuid[];
    mine.roles := current_setting('laufmappe.roles', true)::text[];
    mine.groups := current_setting('laufmappe.groups', true)::text[];
    mine.temporary_vorgaenge := current_setting('laufmappe.temporary', true)::uuid[];
  END IF;
  levels := convert_to(mine.levels, 'UTF8');
  RETURN QUERY
    SELECT v.id, v.akte_id FROM vorgang v
     WHERE v.id = ANY (mine.temporary_vorgaenge) AND v.mandant_id = current_mandant()
       AND substring(levels FROM v.access_class FOR 1) >= '4'
    UNION ALL
    SELECT a.vorgang_id, a.akte_id FROM aufgabe a
     WHERE a.mandant_id = current_mandant() AND a.state = 'offen' AND a.assignee_id = ANY (mine.hands)
       AND substring(levels FROM a.access_class FOR 1) >= '4'
    UNION ALL
    SELECT a.vorgang_id, a.akte_id FROM aufgabe a
     WHERE a.mandant_id = current_mandant() AND a.state = 'offen' AND a.assignee_id IS NULL
       AND a.candidate_role = ANY (mine.roles)
       AND a.candidate_role || '@' || coalesce(a.unit_id::text, '') = ANY (mine.groups)
       AND substring(levels FROM a.access_class FOR 1) >= '4';
END $$;
REVOKE ALL ON FUNCTION viewer_vorgaenge() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_vorgaenge() TO laufmappe_app;

-- Each question is asked once per statement, as an InitPlan, because it stands in a sub-select of its own; the second
-- half of a condition only for rows that the rules do not show, and of those only where the person is cleared (4).
CALL protect_by_person('aufgabe', $$
  substring((SELECT viewer_levels()) FROM access_class FOR 1) > '4'
  OR (substring((SELECT viewer_levels()) FROM access_class FOR 1) = '4'
      AND (assignee_id = ANY ((SELECT (viewer_access()).hands)::uuid[]) OR completed_by = (SELECT current_viewer())
           OR candidate_role || '@' || coalesce(unit_id::text, '') = ANY ((SELECT (viewer_access()).groups)::text[])
           OR vorgang_id IN (SELECT t.vorgang_id FROM viewer_vorgaenge() t)))
$$);
CALL protect_by_person('vorgang', $$
  substring((SELECT viewer_levels()) FROM access_class FOR 1) > '4'
  OR (substring((SELECT viewer_levels()) FROM access_class FOR 1) = '4' AND id IN (SELECT t.vorgang_id FROM viewer_vorgaenge() t))
$$);
-- Whoever may see one Vorgang sees what stands on the cover of its Akte, and none of its other Vorgaenge.
CALL protect_by_person('akte', $$
  substring((SELECT viewer_levels()) FROM access_class FOR 1) > '4'
  OR (substring((SELECT viewer_levels()) FROM access_class FOR 1) = '4' AND id IN (SELECT t.akte_id FROM viewer_vorgaenge() t))
$$);
CALL protect_by_person('dokument', $$
  substring((SELECT viewer_levels()) FROM access_class FOR 1) > '4'
  OR (substring((SELECT viewer_levels()) FROM access_class FOR 1) = '4' AND vorgang_id IN (SELECT t.vorgang_id FROM viewer_vorgaenge() t))
$$);
CALL protect_by_person('dokument_version', $$ EXISTS (SELECT FROM dokument d WHERE d.id = dokument_version.dokument_id) $$);
CALL protect_by_person('eingang', $$
  vorgang_id IS NULL OR EXISTS (SELECT FROM vorgang v WHERE v.id = eingang.vorgang_id)
$$);
CALL protect_by_person('eingang_part', $$ EXISTS (SELECT FROM eingang e WHERE e.id = eingang_part.eingang_id) $$);
CALL protect_by_person('zeichnung', $$ EXISTS (SELECT FROM vorgang v WHERE v.id = zeichnung.vorgang_id) $$);
CALL protect_by_person('temporary_right', $$
  EXISTS (SELECT FROM vorgang v WHERE v.id = temporary_right.vorgang_id)
$$);
-- A package holds the records themselves: seen by whoever sees every Vorgang in it.
CALL protect_by_person('aussonderung', $$
  NOT EXISTS (SELECT FROM aussonderung_vorgang y WHERE y.aussonderung_id = aussonderung.id
    AND NOT EXISTS (SELECT FROM vorgang v WHERE v.id = y.vorgang_id))
$$);
-- Rows about people, processes and the Mandant belong to nobody's record; all others to the record of their id. What has
-- no record that the person sees is not seen.
CALL protect_by_person('protokoll', $$
  CASE object_kind
    WHEN 'vorgang' THEN EXISTS (SELECT FROM vorgang v WHERE v.id = object_id)
    WHEN 'akte' THEN EXISTS (SELECT FROM akte a WHERE a.id = object_id)
    WHEN 'dokument' THEN EXISTS (SELECT FROM dokument d WHERE d.id = object_id)
    WHEN 'aufgabe' THEN EXISTS (SELECT FROM aufgabe w WHERE w.id = object_id)
    WHEN 'eingang' THEN EXISTS (SELECT FROM eingang e WHERE e.id = object_id)
    WHEN 'aussonderung' THEN EXISTS (SELECT FROM aussonderung x WHERE x.id = object_id)
    ELSE object_kind IN ('person', 'mandant', 'aktenplaneinheit')
  END
$$);
CALL protect_by_person('protokoll_payload', $$
  EXISTS (SELECT FROM protokoll k WHERE k.mandant_id = protokoll_payload.mandant_id
    AND k.sequence = protokoll_payload.sequence)
$$);

-- Right of the person on one record: 5 read, 6 work, 7 manage, 4 read for the time being. NULL: there is no such record
-- for this person. Runs with the rights of whoever asks.
CREATE FUNCTION right_on(kind text, wanted uuid) RETURNS smallint
  LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN sees_all() THEN 7::smallint ELSE substring(convert_from(viewer_levels(), 'UTF8'), r.access_class, 1)::smallint END FROM (
    SELECT access_class FROM vorgang WHERE kind = 'vorgang' AND id = wanted
    UNION ALL SELECT access_class FROM akte WHERE kind = 'akte' AND id = wanted
    UNION ALL SELECT access_class FROM dokument WHERE kind = 'dokument' AND id = wanted) r
$$;

-- Right of the person at a position of the Aktenplan, for what is to be opened there. NULL: there is no such position.
CREATE FUNCTION right_at(wanted uuid) RETURNS smallint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  class integer;
BEGIN
  PERFORM FROM aktenplaneinheit WHERE id = wanted AND mandant_id = current_mandant();
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF sees_all() THEN RETURN 7; END IF;
  class := access_class_for(current_mandant(), wanted, NULL, 'offen');
  -- The class may be new, and newer than what the transaction has kept.
  RETURN substring((compute_access(current_mandant(), current_viewer(), current_office_day())).levels, class, 1)::smallint;
END $$;
REVOKE ALL ON FUNCTION right_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION right_at(uuid) TO laufmappe_app;

-- Counts and facets by position read this index alone: it holds all that the policy asks for.
CREATE INDEX akte_seen ON akte (mandant_id, aktenplaneinheit_id) INCLUDE (access_class, id);

-- The stock that is there already: classified, and readable by the house as it was. Where there is no rule, nobody sees
-- anything; so every Mandant of before gets the rule that it has lived by.
UPDATE akte SET protected = protected;
ALTER TABLE akte ALTER COLUMN access_class SET NOT NULL;
ALTER TABLE vorgang ALTER COLUMN access_class SET NOT NULL;
ALTER TABLE dokument ALTER COLUMN access_class SET NOT NULL;
ALTER TABLE aufgabe ALTER COLUMN access_class SET NOT NULL;
INSERT INTO access_rule (id, mandant_id, subject, role, level, granted_by, granted_at)
  SELECT gen_random_uuid(), m.mandant_id, s.subject, s.role, s.level, 'Laufmappe', now()
    FROM mandant m, (VALUES ('house', NULL, 2), ('role', 'registratur', 3)) s (subject, role, level);
