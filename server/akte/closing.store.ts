import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { runningLaufwege } from '../laufweg/mappe.queries.js';
import { openPunkte } from '../verfuegung/verfuegung.queries.js';
import { punktName } from '../verfuegung/words.js';
import { instancesOfBusinessKey, messagesUnderway } from '../workflow/workflow.queries.js';
import { missingValues } from '../zusatzfeld/record-fields.queries.js';
import type { ClosingFacts } from './akte.js';

/**
 * Gathers what may stand against z. d. A. The Aufgabe that asks for z. d. A. itself does not count; closing completes
 * it. A start message that is still in the outbox counts: the process would begin in a closed Vorgang; and a receipt that is on
 * its way: it is filed here when it has left.
 */
export async function loadClosingFacts(queries: Queries, vorgangId: Id): Promise<ClosingFacts> {
  // Each statement sees what was committed before it, so the questions follow the way of the work: a message that has
  // left the outbox is seen as an instance, and an instance that has ended has left its Aufgaben and Dokumente.
  const startingProcesses = await messagesUnderway(queries, vorgangId);
  const instances = await instancesOfBusinessKey(queries, vorgangId);
  const [row] = await queries.query<
    Omit<ClosingFacts, 'runningProcesses' | 'startingProcesses' | 'missingValues' | 'runningLaufwege' | 'openPunkte'>
  >(
    `WITH register AS (SELECT * FROM dokument WHERE vorgang_id = $1 AND place = 'register')
     SELECT (SELECT count(*)::int FROM register) AS dokumente,
            ARRAY(SELECT json_build_object('id', a.id, 'name', a.titel ->> 'de') FROM aufgabe a
                   WHERE a.vorgang_id = $1 AND a.state = 'offen' AND a.art <> 'zda'
                     AND NOT EXISTS (SELECT FROM verfuegung_punkt p WHERE p.aufgabe_id = a.id) ORDER BY a.created_at)
              AS "openAufgaben",
            ARRAY(SELECT json_build_object('id', d.id, 'name', d.betreff) FROM register d
                   WHERE d.dokument_date IS NULL AND d.parent_id IS NULL ORDER BY d.nummer) AS "undatedDokumente",
            ARRAY(SELECT json_build_object('id', d.id, 'name', d.betreff) FROM register d
                   WHERE d.state = 'entwurf' ORDER BY d.nummer) AS drafts,
            ARRAY(SELECT json_build_object('id', t.id, 'name', t.aktenzeichen) FROM vorgang t
                   WHERE t.parent_id = $1 AND t.state = 'offen' ORDER BY t.aktenzeichen) AS "openTeilvorgaenge",
            ARRAY(SELECT json_build_object('id', d.id, 'name', d.betreff, 'person', p.name,
                                           'since', (c.since AT TIME ZONE 'Europe/Berlin')::date)
                    FROM register d JOIN dokument_checkout c ON c.dokument_id = d.id AND c.ended_at IS NULL
                    JOIN person p ON p.id = c.person_id ORDER BY d.nummer) AS "checkedOut",
            (SELECT count(*)::int FROM eingang_receipt r JOIN eingang e ON e.id = r.eingang_id
              WHERE e.vorgang_id = $1 AND r.state = 'ordered')
            + (SELECT count(*)::int FROM outbox WHERE topic = 'posteingang.recordReceipt' AND done_at IS NULL
                AND payload ->> 'vorgangId' = $1::text) AS "receiptsUnderway",
            ARRAY(SELECT r.other_name FROM ersuchen r WHERE r.vorgang_id = $1 AND r.ended_at IS NULL ORDER BY r.asked_at)
              AS "openErsuchen"`,
    [vorgangId],
  );
  if (!row) throw new Error('The closing facts returned no row');
  return {
    ...row,
    runningProcesses: instances
      .filter(({ status }) => status === 'active')
      .map(({ instanceKey, processName }) => ({ id: instanceKey, name: processName })),
    startingProcesses,
    openPunkte: (await openPunkte(queries, vorgangId)).map(({ verfuegungId, nummer, art, text }) => ({
      ...{ id: verfuegungId, nummer, name: punktName(art, text) },
    })),
    runningLaufwege: (await runningLaufwege(queries, vorgangId)).map(({ open }) => open),
    missingValues: await missingValues(queries, vorgangId),
  };
}
