import type { AufgabeLaufweg, StationArt, StationState } from '../contract/laufweg-views.js';
import type { AufgabeView, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { mappeView } from './laufweg.views.js';
import { mappeOf, stationOfAufgabe } from './mappe.queries.js';
import { ARTEN } from './words.js';

/** What an Aufgabe has to do with a Laufweg, with the Umlaufmappe that it is about; null for most Aufgaben. */
export async function laufwegOfAufgabe(queries: Queries, aufgabeId: Id): Promise<AufgabeLaufweg | null> {
  const station = await stationOfAufgabe(queries, aufgabeId);
  if (!station) return null;
  const { laufwegId, role } = station;
  return { laufwegId, role, dokumente: (await mappeOf(queries, laufwegId)).map(mappeView) };
}

/** The stations that are asked, in the order of the list, for „Schritt 2 von 4“. Those who are asked at once stand side by side. */
export async function stepsOfLaufweg(queries: Queries, laufwegId: Id, aufgabeId: Id): Promise<AufgabeView['steps']> {
  const stations = await queries.query<{ art: StationArt; state: StationState; aufgabeId: Id | null }>(
    `WITH RECURSIVE tree AS (
       SELECT s.id, s.kind, s.art, s.state, s.aufgabe_id, ARRAY[s.position] AS place
         FROM laufweg_station s WHERE s.laufweg_id = $1 AND s.group_id IS NULL
       UNION ALL
       SELECT s.id, s.kind, s.art, s.state, s.aufgabe_id, t.place || s.position
         FROM laufweg_station s JOIN tree t ON s.group_id = t.id)
     SELECT art, state, aufgabe_id AS "aufgabeId" FROM tree
      WHERE kind = 'station' AND state NOT IN ('uebersprungen', 'entfallen') ORDER BY place`,
    [laufwegId],
  );
  return stations.map(({ art, state, aufgabeId: own }) => ({
    titel: ARTEN[art],
    state: own === aufgabeId ? 'current' : state === 'erledigt' ? 'done' : 'open',
  }));
}
