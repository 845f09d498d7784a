import { z } from 'zod';
import { systemAct } from '../platform/act.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { bringIntoForce, lockAktenplan } from './aktenplan.store.js';
import { germanDay } from '../contract/german-day.js';

/** On the day from which planned changes hold: the positions say from now on what their versions of this day say. */
export const enterIntoForce = systemAct('aktenplan.enterIntoForce', async (tx, { day }: { readonly day: string }) => {
  await lockAktenplan(tx, tx.mandantId);
  const positions = await bringIntoForce(tx, tx.clock.today());
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: {
      ...{ day, positions },
      text: {
        de: `Aktenplan: Änderungen zum ${germanDay(day)} in Kraft`,
        en: `Filing plan: changes of ${germanDay(day)} in force`,
      },
    },
  });
  tx.changed('aktenplan', tx.mandantId);
  return {};
});

const payload = z.object({ day: z.iso.date() });

export const aktenplanHandlers: Readonly<Record<'aktenplan.enterIntoForce', OutboxHandler>> = {
  'aktenplan.enterIntoForce': async (tx, told) => {
    await enterIntoForce(tx, payload.parse(told));
  },
};
