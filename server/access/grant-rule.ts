import { z } from 'zod';
import type { AccessSubject } from '../contract/access-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import type { AccessRule } from './access.js';
import { insertRule, lockAkte } from './access.store.js';
import { placeInput, rightInput, subjectInput } from './input.js';
import { loadNames } from './name.queries.js';
import { nameOfPlace, nameOfRight, nameOfSubject } from './names.js';
import { protokollPlace, requireManageAt, tellChange } from './require-manage.js';

const input = z.object({ place: placeInput, subject: subjectInput, right: rightInput });

/**
 * Gives a unit, a role, a person or the house a right: on the whole Aktenplan, on a position and all below it, or on one
 * protected Akte. Its reverse is `withdrawRule`.
 */
export const grantRule = act('access.grantRule', input, async (tx, { place, subject, right }) => {
  await requireManageAt(tx, place);
  if (place.kind === 'akte' && !(await lockAkte(tx, place.id))?.protected) return reject('access.notProtected');
  const rule: AccessRule = { id: newId(), place, subject, right };
  const granted = await saveRule(tx, rule);
  if (isRejection(granted)) return granted;
  const names = await loadNames(tx);
  const [who, where, what] = [nameOfSubject(subject, names), nameOfPlace(place, names), nameOfRight(right)];
  tx.protokoll({
    ...protokollPlace(tx, place),
    payload: {
      rule,
      text: {
        de: `Recht „${what.de}“ erteilt: ${who.de} (${where.de})`,
        en: `Right “${what.en}” granted: ${who.en} (${where.en})`,
      },
    },
  });
  tellChange(tx, place);
  return { ruleId: rule.id };
});

/** Part of granting and of protecting: the rule is there once, and speaks of somebody. */
export async function saveRule(tx: Transaction, rule: AccessRule): Promise<Rejection | null> {
  const names = await loadNames(tx);
  if (!isKnown(rule.subject, names)) return reject('access.unknownSubject');
  const by = { mandantId: tx.mandantId, name: authorOf(tx.actor), at: tx.clock.now() };
  if (await insertRule(tx, rule, by)) return null;
  return reject('access.ruleExists', { subject: nameOfSubject(rule.subject, names).de });
}

function isKnown(subject: AccessSubject, names: Awaited<ReturnType<typeof loadNames>>): boolean {
  if (subject.kind === 'unit') return names.units.has(subject.id);
  return subject.kind !== 'person' || names.people.has(subject.id);
}
