import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { idsOfOpenWork } from '../identity/open-work.views.js';
import { personInArea } from '../identity/transfer-area.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { openStapel } from './open-stapel.js';
import type { StapelStep } from './stapel.js';
import type { StapelTarget } from './stapel.store.js';

const input = z.object({
  personId: z.uuid(),
  aufgaben: z.discriminatedUnion('to', [
    z.object({ to: z.literal('person'), personId: z.uuid() }),
    z.object({ to: z.literal('group') }),
    z.object({ to: z.literal('nobody') }),
  ]),
  checkouts: z.enum(['release', 'keep']),
  vertretungen: z.enum(['end', 'keep']),
  reason,
});

/**
 * Puts together the transfer of everything that lies with somebody who leaves: Aufgaben to a person or back to their groups,
 * Dokumente that they took along given back, Vertretungen that they did for others ended. It is a batch like every
 * other: tried first, then started.
 */
export const planTransfer = act('stapel.planTransfer', input, async (tx, wish) => {
  const { personId: fromId, aufgaben, reason } = wish;
  const leaving = await personInArea(tx, fromId);
  if (isRejection(leaving)) return leaving;
  const steps: StapelStep[] = [];
  const targets: StapelTarget[] = [];
  const add = (operation: string, shared: object, ids: readonly string[]) => {
    if (ids.length === 0) return;
    targets.push(...ids.map((targetId) => ({ step: steps.length, targetId })));
    steps.push({ operation, input: shared });
  };
  await tx.asSystem(async (all) => {
    if (aufgaben.to !== 'nobody') {
      const toId = aufgaben.to === 'person' ? aufgaben.personId : null;
      add('transferAufgabe', { fromId, toId, reason }, await idsOfOpenWork(all, fromId, 'aufgaben'));
    }
    if (wish.checkouts === 'release') {
      add('releaseCheckout', { fromId, reason }, await idsOfOpenWork(all, fromId, 'checkouts'));
    }
    if (wish.vertretungen === 'end') {
      add('endVertretung', {}, await idsOfOpenWork(all, fromId, 'vertretungen'));
    }
  });
  const source = { de: `Offene Arbeit von ${leaving.name}`, en: `Open work of ${leaving.name}` };
  return openStapel(tx, steps, source, targets);
});
