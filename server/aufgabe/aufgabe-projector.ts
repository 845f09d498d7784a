import { dayAfter } from '../contract/days.js';
import { isRejection } from '../contract/rejections.js';
import type { Role } from '../contract/permissions.js';
import { ROLE_PERMISSIONS } from '../contract/permissions.js';
import type { AufgabeArt } from '../contract/views.js';
import { isId } from '../platform/ids.js';
import { logger } from '../platform/logger.js';
import { idVariable, textVariable } from '../workflow/job-variables.js';
import type { CreatedTask, Projector } from '../workflow/process-engine.js';
import { createAufgabe, type CreateAufgabeInput } from './create-aufgabe.js';
import { formKeys } from './form-data.js';
import { withdrawAufgabe } from './withdraw-aufgabe.js';

const ARTEN: readonly AufgabeArt[] = [
  'pruefung',
  'erfassung',
  'mitzeichnung',
  'schlusszeichnung',
  'zahlung',
  'rueckweisung',
];

/** Turns what the engine reports into rows of the inbox, in the engine's own transaction: exactly once by construction. */
export const aufgabeProjector: Projector = {
  taskCreated: async (tx, task) => {
    const created = await createAufgabe(tx, aufgabeOf(task, tx.clock.today()));
    // A task that nobody can do must not vanish: the command fails as a whole, and health says so.
    if (isRejection(created)) throw new Error(created.message.en);
  },
  taskGone: async (tx, { jobKey }) => {
    await withdrawAufgabe(tx, { jobKey });
  },
  instanceEnded: async (tx, { businessKey }) => {
    if (businessKey && isId(businessKey)) tx.changed('vorgang', businessKey);
  },
  incidentRaised: async (tx, { instanceKey, processId, elementId, type }) => {
    tx.changed('process', processId);
    logger.warn({ correlationId: tx.correlationId, instanceKey, elementId, type }, 'incident');
  },
};

/** Reads the Aufgabe out of a user task: its headers say what it is, its variables what it is about. */
function aufgabeOf(task: CreatedTask, today: string): CreateAufgabeInput {
  const { variables, headers } = task;
  const art = ARTEN.find((known) => known === headers['lm:art']) ?? 'bearbeitung';
  const rechnung = variables['rechnung'] as { kreditor?: unknown; betragCent?: unknown } | null | undefined;
  const subject = typeof rechnung?.kreditor === 'string' ? rechnung.kreditor : textVariable(variables, 'betreff');
  const english = headers['lm:titel.en'] ?? task.name;
  const days = Number(headers['lm:frist']);
  return {
    vorgangId: idVariable(variables, 'vorgangId'),
    dokumentId: idVariable(variables, art === 'schlusszeichnung' ? 'vermerkId' : 'dokumentId'),
    art,
    titel: { de: `${task.name}: ${subject}`, en: `${english}: ${subject}` },
    schritt: { de: task.name, en: english },
    frage: { de: headers['lm:frage'] ?? '', en: headers['lm:frage.en'] ?? headers['lm:frage'] ?? '' },
    assigneeId: task.assignee && isId(task.assignee) ? task.assignee : null,
    candidateRole: roleOf(task.candidateGroups[0] ?? (art === 'mitzeichnung' ? 'mitzeichnung' : undefined)),
    frist: Number.isInteger(days) && days > 0 ? dayAfter(today, days) : null,
    form: task.form,
    data: Object.fromEntries(formKeys(task.form).flatMap((key) => (key in variables ? [[key, variables[key]]] : []))),
    betragCent: typeof rechnung?.betragCent === 'number' ? rechnung.betragCent : null,
    job: { key: task.jobKey, instanceKey: task.instanceKey, elementId: task.elementId },
  };
}

function roleOf(group: string | undefined): Role | null {
  return group !== undefined && group in ROLE_PERMISSIONS ? (group as Role) : null;
}
