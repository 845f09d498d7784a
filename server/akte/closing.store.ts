import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { instancesOfBusinessKey, messagesUnderway } from '../workflow/workflow.queries.js';
import type { ClosingFacts } from './akte.js';

/**
 * Gathers what may stand against z. d. A. The Aufgabe that asks for z. d. A. itself does not count; closing completes
 * it. A start message that is still in the outbox counts: the process would begin in a closed Vorgang.
 */
export async function loadClosingFacts(queries: Queries, vorgangId: Id): Promise<ClosingFacts> {
  // Each statement sees what was committed before it, so the questions follow the way of the work: a message that has
  // left the outbox is seen as an instance, and an instance that has ended has left its Aufgaben and Dokumente.
  const startingProcesses = await messagesUnderway(queries, vorgangId);
  const instances = await instancesOfBusinessKey(queries, vorgangId);
  const [row] = await queries.query<Omit<ClosingFacts, 'runningProcesses' | 'startingProcesses'>>(
    `SELECT (SELECT count(*)::int FROM dokument d WHERE d.vorgang_id = $1) AS dokumente,
            ARRAY(SELECT a.titel ->> 'de' FROM aufgabe a
                   WHERE a.vorgang_id = $1 AND a.state = 'offen' AND a.art <> 'zda' ORDER BY a.created_at)
              AS "openAufgaben",
            ARRAY(SELECT d.betreff FROM dokument d
                   WHERE d.vorgang_id = $1 AND d.dokument_date IS NULL AND d.parent_id IS NULL ORDER BY d.nummer)
              AS "undatedDokumente",
            ARRAY(SELECT d.betreff FROM dokument d WHERE d.vorgang_id = $1 AND d.state = 'entwurf' ORDER BY d.nummer)
              AS drafts`,
    [vorgangId],
  );
  if (!row) throw new Error('The closing facts returned no row');
  return {
    ...row,
    runningProcesses: instances.filter(({ status }) => status === 'active').map(({ processName }) => processName),
    startingProcesses,
  };
}
