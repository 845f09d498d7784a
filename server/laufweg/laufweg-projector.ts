import { createAufgabe } from '../aufgabe/create-aufgabe.js';
import { adoptAufgabe, passTask } from '../aufgabe/rehang-aufgaben.js';
import { listColleagues } from '../identity/identity.queries.js';
import { dayAfter } from '../contract/days.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { idVariable } from '../workflow/job-variables.js';
import type { CreatedTask, Projector } from '../workflow/process-engine.js';
import { roleFor } from './four-eyes.js';
import { haltLaufweg } from './halt-laufweg.js';
import { lockLaufweg, saveInstance, stationRows, type Laufweg, type StationRow } from './laufweg.store.js';
import { mappeOf } from './mappe.queries.js';
import { overruledIn } from './refusals.queries.js';
import { leaveInstance } from './run-laufweg.js';
import { STATION_HEADER } from './shape-bpmn.js';
import { stationForm } from './station-form.js';
import { saveBegun } from './station.store.js';
import { ARTEN, mappeTitle, question } from './words.js';

/** Takes the tasks of Laufwege for itself and leaves all others to the projector of the inbox. */
export function laufwegProjector(others: Projector): Projector {
  return {
    ...others,
    taskCreated: (tx, task) =>
      task.headers[STATION_HEADER] === undefined ? others.taskCreated(tx, task) : stationReached(tx, task),
  };
}

/**
 * The process has come to a station. What that means the rows say, since between the making of the process and now
 * somebody may have answered, skipped or changed the Laufweg: nothing is asked twice, and nothing is lost.
 */
async function stationReached(tx: Transaction, task: CreatedTask): Promise<void> {
  const { variables, jobKey, instanceKey, elementId } = task;
  const laufweg = await lockLaufweg(tx, idVariable(variables, 'laufwegId'));
  if (laufweg?.state !== 'laeuft' || laufweg.run !== variables['lauf']) return leaveInstance(tx, instanceKey);
  if (laufweg.instanceKey !== instanceKey) await saveInstance(tx, laufweg.id, instanceKey);
  const stationId = idVariable(variables, 'station');
  const station = (await stationRows(tx, laufweg.id)).find(({ id }) => id === stationId);
  if (!station?.art) throw new Error(`The Laufweg ${laufweg.id} has no station ${stationId}`);
  if (station.state !== 'offen' && station.state !== 'laeuft') return passTask(tx, jobKey);
  const job = { key: jobKey, instanceKey, elementId };
  if (station.aufgabeId && (await adoptAufgabe(tx, station.aufgabeId, job)) === 'adopted') return;
  const created = await askAt(tx, laufweg, { ...station, art: station.art }, job);
  if (!isRejection(created)) return saveBegun(tx, station.id, created.aufgabeId, tx.clock.now());
  // Nobody can be asked: whoever was meant cannot sign in any more. That is for the initiator to solve, not for a log.
  const { de, en } = created.message;
  const halted = await haltLaufweg(tx, { laufweg, why: { de, en } });
  if (isRejection(halted)) throw new Error(halted.message.en);
}

async function askAt(
  tx: Transaction,
  laufweg: Laufweg,
  { art, personId, role, unitId, fristDays }: StationRow & { art: NonNullable<StationRow['art']> },
  job: { key: string; instanceKey: string; elementId: string },
): Promise<{ aufgabeId: Id } | Rejection> {
  const mappe = await mappeOf(tx, laufweg.id);
  const person = (await listColleagues(tx)).find(({ id }) => id === personId);
  const title = mappeTitle(mappe.map(({ betreff }) => betreff));
  const { de, en } = ARTEN[art];
  return createAufgabe(tx, {
    ...{ vorgangId: laufweg.vorgangId, dokumentId: mappe[0]?.dokumentId ?? null },
    art: art === 'kenntnisnahme' ? 'bearbeitung' : art,
    titel: { de: `${de}: ${title.de}`, en: `${en}: ${title.en}` },
    schritt: { de, en },
    frage: question(art, await overruledIn(tx, laufweg.id)),
    assigneeId: personId,
    // Of a named person: who else it could be handed to. If that person has left, it is nobody's.
    candidateRole: personId === null ? role : person ? roleFor(person, art) : null,
    unitId,
    frist: fristDays === null ? null : dayAfter(tx.clock.today(), fristDays),
    ...{ form: stationForm(art), data: {}, betragCent: null, job },
  });
}
