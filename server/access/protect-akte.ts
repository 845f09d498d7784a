import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { requireManager } from './access.js';
import { lockAkte, saveProtection } from './access.store.js';
import { saveRule } from './grant-rule.js';
import { reasonInput, rightInput, subjectInput } from './input.js';

// More than one page of people is a unit or a role.
const MOST_RULES = 50;

const input = z.object({
  akteId: z.uuid(),
  version: z.int(),
  reason: reasonInput,
  rules: z
    .array(z.object({ subject: subjectInput, right: rightInput }))
    .min(1)
    .max(MOST_RULES),
});

/**
 * Locks an Akte down: it inherits nothing from the Aktenplan any more, only the list given here counts, for everything in
 * it. Its reverse is `unprotectAkte`.
 */
export const protectAkte = act('access.protectAkte', input, async (tx, { akteId, version, reason, rules }) => {
  await tx.requireRight('manage', 'akte', akteId);
  const akte = await lockAkte(tx, akteId);
  if (!akte) return reject('platform.notFound');
  if (akte.protected) return reject('access.alreadyProtected');
  if (akte.version !== version) return reject('platform.stale');
  const refused = requireManager(rules);
  if (refused) return refused;
  for (const { subject, right } of rules) {
    const unsaved = await saveRule(tx, { id: newId(), place: { kind: 'akte', id: akteId }, subject, right });
    if (unsaved) return unsaved;
  }
  // Whoever protects an Akte need not be on its list, and then loses sight of it with this very statement.
  const next = await tx.asSystem((all) => saveProtection(all, akteId, true));
  tx.protokoll({
    objectKind: 'akte',
    objectId: akteId,
    payload: { reason, rules, text: { de: `Geschützt: ${reason}`, en: `Protected: ${reason}` } },
  });
  tx.changed('akte', akteId);
  return { version: next };
});
