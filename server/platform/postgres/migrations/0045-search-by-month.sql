-- Measured with 9.5 million entries: a frequent word has 80,000 of them, and to find the newest thousand all were fetched and
-- sorted, 400 ms. With the month in the same index only the entries of the newest months are fetched that are needed. An array,
-- because PostgreSQL has an operator for those in such an index without an extension.
DROP INDEX search_entry_words;
CREATE INDEX search_entry_words ON search_entry
  USING gin (words, (ARRAY[EXTRACT(YEAR FROM day)::integer * 12 + EXTRACT(MONTH FROM day)::integer]));

-- How many entries have the words, by what ANALYZE knows of each word. Not STABLE: such a function may not explain.
CREATE FUNCTION entries_with(wanted tsquery) RETURNS double precision
  LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp
AS $$
DECLARE
  explained json;
BEGIN
  EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM search_entry WHERE words @@ %L::tsquery', wanted) INTO explained;
  RETURN (explained -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
END $$;
REVOKE ALL ON FUNCTION entries_with(tsquery) FROM PUBLIC;

CREATE FUNCTION month_of(day date) RETURNS integer
  LANGUAGE sql IMMUTABLE RETURN EXTRACT(YEAR FROM day)::integer * 12 + EXTRACT(MONTH FROM day)::integer;

-- Entries that fit, newest first, at most `most`; NULL narrows nothing. On one of three ways, since PostgreSQL takes `@@` for as
-- cheap as `=` and would often take a longer one:
--   few have the words: all of them are fetched and sorted;
--   more have them: month by month from the newest back, as many months at once as will probably be enough;
--   every twentieth has them, or there are no words: from the newest entry back, one by one.
-- No helpers: with 50 people at once they only take turns.
CREATE OR REPLACE FUNCTION search_candidates(
  wanted tsquery, wanted_kind text, wanted_state text, wanted_art text, wanted_plan text, since date, until date, most integer
) RETURNS TABLE (id uuid, kind text, rank real, day date, state text, art text, plan text)
  LANGUAGE plpgsql STABLE ROWS 100 SECURITY DEFINER SET search_path = public, pg_temp SET max_parallel_workers_per_gather = 0
AS $$
DECLARE
  few constant integer := 3000;
  most_months constant integer := 12;
  -- Of open Aufgaben and of rights for a time; few, so they are looked up before and not for each entry.
  lent_vorgaenge uuid[];
  lent_akten uuid[];
  fits constant text := $q$
    WITH fitting AS MATERIALIZED (
      SELECT e.id, e.kind, e.words, e.day, e.state, e.art, e.plan FROM search_entry e
       WHERE e.mandant_id = $1 AND ($2 IS NULL OR e.words @@ $2) AND %s
         AND ($3 IS NULL OR e.kind = $3) AND ($4 IS NULL OR e.state = $4) AND ($5 IS NULL OR e.art = $5)
         AND ($6 IS NULL OR starts_with(e.plan, $6)) AND ($7 IS NULL OR e.day >= $7) AND ($8 IS NULL OR e.day <= $8)
         AND ($10 OR substring($11 FROM e.access_class FOR 1) > '4' OR (substring($11 FROM e.access_class FOR 1) = '4'
              AND (e.vorgang_id = ANY ($12) OR (e.kind = 'akte' AND e.id = ANY ($13)))))
       ORDER BY %s, e.id LIMIT $9)
    SELECT f.id, f.kind, CASE WHEN $2 IS NULL THEN 0 ELSE ts_rank(f.words, $2, 1) END, f.day, f.state, f.art, f.plan
      FROM fitting f $q$;
  -- No index has this order: the words lead.
  by_words constant text := '(e.day + 0) DESC';
  expected double precision;
  likely double precision;
  any_word text;
  walks boolean;
  newest integer;
  oldest integer;
  months integer;
  found integer := 0;
  rows integer;
BEGIN
  SELECT array_agg(v.vorgang_id), array_agg(v.akte_id) INTO lent_vorgaenge, lent_akten FROM viewer_vorgaenge() v;
  expected := CASE WHEN wanted IS NULL THEN NULL ELSE entries_with(wanted) END;
  -- Words that are looked for together often stand together: the truth lies between what chance says and what either of them has.
  -- A phrase of two frequent words promised 1,900 entries and had 60,000, 1.4 s.
  any_word := regexp_replace(wanted::text, '<(-|\d+)>|&', '|', 'g');
  IF any_word <> wanted::text THEN likely := sqrt(expected * entries_with(any_word::tsquery)); ELSE likely := expected; END IF;
  walks := expected IS NULL OR expected > (SELECT reltuples FROM pg_class WHERE oid = 'search_entry'::regclass) / 20;
  IF walks OR likely <= few THEN
    RETURN QUERY EXECUTE format(fits, 'true', CASE WHEN walks THEN 'e.day DESC' ELSE by_words END)
      USING current_mandant(), wanted, wanted_kind, wanted_state, wanted_art, wanted_plan, since, until, most,
        sees_all(), viewer_levels(), lent_vorgaenge, lent_akten;
    RETURN;
  END IF;
  SELECT month_of(least(until, max(e.day))), month_of(greatest(since, min(e.day))) INTO newest, oldest
    FROM search_entry e WHERE e.mandant_id = current_mandant();
  months := ceil(most / (likely / (newest - oldest + 1)));
  WHILE newest >= oldest AND found < most LOOP
    months := least(greatest(months, 1), most_months, newest - oldest + 1);
    RETURN QUERY EXECUTE format(fits,
      'ARRAY[EXTRACT(YEAR FROM e.day)::integer * 12 + EXTRACT(MONTH FROM e.day)::integer] && $14', by_words)
      USING current_mandant(), wanted, wanted_kind, wanted_state, wanted_art, wanted_plan, since, until, most - found,
        sees_all(), viewer_levels(), lent_vorgaenge, lent_akten, ARRAY(SELECT generate_series(newest - months + 1, newest));
    GET DIAGNOSTICS rows = ROW_COUNT;
    found := found + rows;
    newest := newest - months;
    -- As many as the last ones promise; twice as many where they promise nothing.
    months := CASE WHEN rows = 0 THEN months * 2 ELSE ceil((most - found) * months / rows::double precision) END;
  END LOOP;
END $$;
DROP FUNCTION words_lead(tsquery, integer);
