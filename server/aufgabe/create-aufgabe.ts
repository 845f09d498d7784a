import { reject, type Rejection } from '../contract/rejections.js';
import type { Role } from '../contract/permissions.js';
import type { AufgabeArt, Day, Id } from '../contract/views.js';
import { federfuehrungOf } from '../akte/akte.queries.js';
import { listColleagues } from '../identity/identity.queries.js';
import { tellNew, tellPeopleOf } from '../notification/tell.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { mayWork, unitFor } from './aufgabe.js';
import { insertAufgabe } from './aufgabe.store.js';
import { saveWiedervorlage } from './wiedervorlage.store.js';

export interface CreateAufgabeInput {
  readonly vorgangId: Id;
  readonly dokumentId: Id | null;
  readonly art: AufgabeArt;
  readonly titel: { de: string; en: string };
  readonly schritt: { de: string; en: string };
  readonly frage: { de: string; en: string };
  readonly assigneeId: Id | null;
  readonly candidateRole: Role | null;
  /** Unit whose people with the role are asked; left out: the one that role and Vorgang say. */
  readonly unitId?: Id | null;
  readonly frist: Day | null;
  /** Left out: at once. Its person has it put aside until this day, and is not told before. */
  readonly wiedervorlage?: Day | null;
  readonly form: Record<string, unknown> | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly betragCent: number | null;
  /** Where it comes from a BPMN user task. */
  readonly job: { key: string; instanceKey: string; elementId: string } | null;
}

/**
 * Puts an Aufgabe into the inbox of those who may do it. Where exactly one person may, it is theirs at once: nobody
 * has to claim what nobody else could. A named person who cannot sign in any more does not get it: then it is the role's.
 */
export const createAufgabe = systemAct(
  'aufgabe.createAufgabe',
  async (tx, input: CreateAufgabeInput): Promise<{ aufgabeId: Id } | Rejection> => {
    const { candidateRole } = input;
    const colleagues = await listColleagues(tx);
    // Between the choice of a person and the step that names them weeks may pass; they may have left the office.
    const assigneeId = colleagues.find(({ id }) => id === input.assigneeId)?.id ?? null;
    if (!assigneeId && !candidateRole) return reject('aufgabe.nobody', { schritt: input.schritt.de });
    const mayDo = (unit: Id | null) =>
      colleagues.filter((person) => mayWork({ assigneeId, candidateRole, unitId: unit }, person));
    // A unit without anybody in the role must not swallow an Aufgabe: then it goes to the role in all units.
    const wantedUnit = input.unitId ?? unitFor(candidateRole, await federfuehrungOf(tx, input.vorgangId));
    const unitId = mayDo(wantedUnit).length > 0 ? wantedUnit : null;
    const candidates = mayDo(unitId);
    const [only] = candidates;
    const { job, wiedervorlage, ...content } = input;
    const aufgabeId = newId();
    const receiverId = assigneeId ?? (candidates.length === 1 && only ? only.id : null);
    const present = await insertAufgabe(tx, {
      ...content,
      id: aufgabeId,
      mandantId: tx.mandantId,
      unitId,
      assigneeId: receiverId,
      jobKey: job?.key ?? null,
      instanceKey: job?.instanceKey ?? null,
      elementId: job?.elementId ?? null,
      createdAt: tx.clock.now(),
    });
    if (present) return { aufgabeId: present };
    tx.protokoll({
      objectKind: 'aufgabe',
      objectId: aufgabeId,
      payload: { vorgangId: input.vorgangId, art: input.art, titel: input.titel.de },
    });
    if (wiedervorlage && receiverId !== null) {
      const aside = { day: wiedervorlage, art: 'ausblenden', note: '' } as const;
      await tx.asSystem((all) => saveWiedervorlage(all, aufgabeId, receiverId, aside));
    } else {
      await tellNew(tx, {
        ...{ id: aufgabeId, vorgangId: input.vorgangId, assigneeId: receiverId },
        candidateRole,
        unitId,
      });
    }
    if (input.art === 'rueckweisung') await tellPeopleOf(tx, 'refused', input.vorgangId);
    tx.changed('aufgabe', aufgabeId);
    return { aufgabeId };
  },
);
