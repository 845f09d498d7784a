import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { fristenOf, planRuleOfAkte } from './aufbewahrung.queries.js';
import { lockClosedVorgaenge, lockRecord, saveStatement, type FristObject } from './aufbewahrung.store.js';
import {
  effectiveFrist,
  isShorter,
  ruleInWords,
  unexplainedShortening,
  type FristRule,
  type FristStatement,
} from './aufbewahrungsfrist.js';
import { refuseWhileSelected } from './vernichtung.queries.js';
import { fixFristen } from './fix-fristen.js';

const input = z.object({
  objectKind: z.enum(['aktenplaneinheit', 'akte', 'vorgang']),
  objectId: z.uuid(),
  version: z.int().min(0),
  jahre: z.union([z.int().min(0).max(130), z.enum(['unlimited', 'inherited'])]),
  counting: z.enum(['yearEnd', 'dayExact']).nullable(),
  start: z.enum(['zdA', 'event']).nullable(),
  reason,
  shorteningReason: reason.nullable(),
});

/**
 * Writes what a position, an Akte or a Vorgang says about the Aufbewahrungsfrist of its own: other years, another way of
 * counting, an event as beginning, or nothing any more. Periods that already run are fixed anew; what a position says
 * counts for Vorgaenge that go z. d. A. from now on. A period below what the Aktenplan says needs the right
 * `aussonderung.shortenFrist` and a reason of its own.
 */
export const setAufbewahrungsfrist = act('aussonderung.setAufbewahrungsfrist', input, async (tx, wish) => {
  const { objectKind, objectId, version, jahre, counting, start, shorteningReason } = wish;
  await tx.requireRight('work', objectKind, objectId);
  const record = await lockRecord(tx, objectKind, objectId);
  if (!record) return reject('platform.notFound');
  if (record.state === 'abgegeben') return reject('aussonderung.alreadyTransferred');
  const selected = await refuseWhileSelected(tx, objectKind, objectId);
  if (selected) return selected;
  if (objectKind === 'aktenplaneinheit' && jahre !== 'inherited') return reject('aussonderung.yearsOfPlan');
  const statement: FristStatement = { jahre, counting, start };
  const pairs = await rulesBelow(tx, objectKind, objectId, statement);
  for (const { rule, plan } of pairs) {
    const unexplained = unexplainedShortening(rule, plan, shorteningReason);
    if (unexplained) return unexplained;
  }
  if (pairs.some(({ rule, plan }) => isShorter(rule, plan))) tx.require('aussonderung.shortenFrist');
  const common = { mandantId: tx.mandantId, at: tx.clock.now(), personId: personOf(tx).id };
  if (!(await saveStatement(tx, { ...wish, ...common }))) return reject('platform.stale');
  const text = statementText(record.name, statement, wish.reason);
  tx.protokoll({ objectKind, objectId, payload: { ...statement, reason: wish.reason, shorteningReason, text } });
  const concerned = objectKind === 'aktenplaneinheit' ? [] : await lockClosedVorgaenge(tx, objectKind, objectId);
  const refixed = await fixFristen(tx, concerned, text);
  tx.changed('aussonderung', objectId);
  if (objectKind === 'vorgang') tx.changed('vorgang', objectId);
  return { version: version + 1, vorgaenge: refixed.length };
});

interface RuleAgainstPlan {
  readonly rule: FristRule;
  readonly plan: FristRule;
}

/** Every rule that would hold with the statement, each beside that of the Aktenplan. A position is the Aktenplan itself. */
async function rulesBelow(
  tx: Transaction,
  kind: FristObject,
  id: Id,
  statement: FristStatement,
): Promise<RuleAgainstPlan[]> {
  if (kind === 'aktenplaneinheit') return [];
  if (kind === 'vorgang') {
    return (await fristenOf(tx, [id])).map(({ plan, akte }) => ({ plan, rule: effectiveFrist(plan, akte, statement) }));
  }
  const plan = await planRuleOfAkte(tx, id);
  const closed = await fristenOf(tx, await lockClosedVorgaenge(tx, 'akte', id));
  return [...(plan ? [plan] : []), ...closed.map((row) => row.plan)].map((each) => ({
    plan: each,
    rule: effectiveFrist(each, statement, null),
  }));
}

function statementText(name: string, statement: FristStatement, why: string): { de: string; en: string } {
  const { jahre, counting, start } = statement;
  if (jahre === 'inherited' && counting === null && start === null) {
    return {
      de: `Aufbewahrungsfrist für ${name}: wieder geerbt. Grund: ${why}`,
      en: `Retention period of ${name}: inherited again. Reason: ${why}`,
    };
  }
  const words = wordsOf(statement);
  return {
    de: `Aufbewahrungsfrist für ${name}: ${words.de}. Grund: ${why}`,
    en: `Retention period of ${name}: ${words.en}. Reason: ${why}`,
  };
}

function wordsOf({ jahre, counting, start }: FristStatement): { de: string; en: string } {
  if (typeof jahre === 'number') {
    return ruleInWords({ jahre, counting: counting ?? 'yearEnd', start: start ?? 'zdA' });
  }
  const parts: { de: string; en: string }[] = [
    ...(jahre === 'unlimited' ? [{ de: 'unbefristet', en: 'unlimited' }] : []),
    ...(counting === 'dayExact' ? [{ de: 'taggenau gezählt', en: 'counted to the day' }] : []),
    ...(counting === 'yearEnd' ? [{ de: 'ab Jahresende gezählt', en: 'counted from the end of the year' }] : []),
    ...(start === 'event' ? [{ de: 'beginnt mit einem Ereignis', en: 'begins with an event' }] : []),
    ...(start === 'zdA' ? [{ de: 'beginnt mit der z. d. A.-Verfügung', en: 'begins with closing' }] : []),
  ];
  return { de: parts.map(({ de }) => de).join(', '), en: parts.map(({ en }) => en).join(', ') };
}
