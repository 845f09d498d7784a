import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { requireManager } from './access.js';
import { deleteRule, lockRule, lockRulesAt } from './access.store.js';
import { loadNames } from './name.queries.js';
import { nameOfPlace, nameOfRight, nameOfSubject } from './names.js';
import { protokollPlace, requireManageAt, tellChange } from './require-manage.js';

const input = z.object({ ruleId: z.uuid() });

/** Takes a rule back. Whoever had the right by this rule alone is without it from the next request on. */
export const withdrawRule = act('access.withdrawRule', input, async (tx, { ruleId }) => {
  const rule = await lockRule(tx, ruleId);
  if (!rule) return reject('platform.notFound');
  const { place, subject, right } = rule;
  await requireManageAt(tx, place);
  // A position inherits its managers; the whole Aktenplan and a protected Akte have no others than their own.
  if (place.kind !== 'aktenplaneinheit') {
    const others = (await lockRulesAt(tx, place)).filter(({ id }) => id !== ruleId);
    const refused = requireManager(others);
    if (refused) return refused;
  }
  await deleteRule(tx, ruleId);
  const names = await loadNames(tx);
  const [who, where, what] = [nameOfSubject(subject, names), nameOfPlace(place, names), nameOfRight(right)];
  tx.protokoll({
    ...protokollPlace(tx, place),
    payload: {
      rule,
      text: {
        de: `Recht „${what.de}“ zurückgenommen: ${who.de} (${where.de})`,
        en: `Right “${what.en}” withdrawn: ${who.en} (${where.en})`,
      },
    },
  });
  tellChange(tx, place);
  return { ruleId };
});
