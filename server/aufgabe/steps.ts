import type { AufgabeView } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { userTasksOfInstance } from '../workflow/workflow.queries.js';

// Entering data and writing a rejection are side ways; they count as a step only for those who went that way.
const SIDE_WAYS = new Set(['erfassung', 'rueckweisung']);

/** The stages of the instance in the order of the model, for „Schritt 2 von 4“. */
export async function stepsOf(
  queries: Queries,
  instanceKey: string | null,
  elementId: string | null,
): Promise<AufgabeView['steps']> {
  if (!instanceKey) return [];
  const done = await queries.query<{ element_id: string }>(
    `SELECT DISTINCT element_id FROM aufgabe WHERE instance_key = $1 AND state = 'erledigt'`,
    [instanceKey],
  );
  const doneElements = new Set(done.map((row) => row.element_id));
  const tasks = await userTasksOfInstance(queries, instanceKey);
  return tasks
    .filter(
      (task) =>
        task.elementId === elementId ||
        doneElements.has(task.elementId) ||
        !SIDE_WAYS.has(task.headers['lm:art'] ?? ''),
    )
    .map((task) => ({
      titel: { de: task.name, en: task.headers['lm:titel.en'] ?? task.name },
      state: task.elementId === elementId ? 'current' : doneElements.has(task.elementId) ? 'done' : 'open',
    }));
}
