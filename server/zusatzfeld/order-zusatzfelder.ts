import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { kind } from './input.js';
import { lockOrder, saveOrder } from './zusatzfeld.store.js';

const input = z.object({ kind, ids: z.array(z.uuid()).max(1_000) });

/** Puts the fields of a kind of record into another order: that of their form. */
export const orderZusatzfelder = act('zusatzfeld.orderZusatzfelder', input, async (tx, wanted) => {
  const before = await lockOrder(tx, wanted.kind);
  const asked = new Set(wanted.ids);
  if (asked.size !== wanted.ids.length || before.length !== asked.size || !before.every((id) => asked.has(id))) {
    return reject('zusatzfeld.otherFields');
  }
  await saveOrder(tx, wanted.ids);
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: {
      ...{ kind: wanted.kind, before, after: wanted.ids },
      text: { de: 'Zusatzfelder neu geordnet', en: 'Extra fields ordered anew' },
    },
  });
  return { count: wanted.ids.length };
});
