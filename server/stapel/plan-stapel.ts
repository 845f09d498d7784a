import { z } from 'zod';
import { isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { StapelOperation } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { idsOfSearch } from '../search/search-ids.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import { openStapel } from './open-stapel.js';
import { MOST_TARGETS } from './stapel.js';

const input = z.object({
  operation: z.enum(Object.keys(OPERATIONS) as [StapelOperation, ...StapelOperation[]]),
  input: z.record(z.string(), z.unknown()),
  targets: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ids'), ids: z.array(z.uuid()).max(MOST_TARGETS) }),
    z.object({ kind: z.literal('search'), query: z.string().max(1_000) }),
  ]),
});

/**
 * Puts together what shall be done with many records. The list is fixed now: what a search finds later is not in it. Each
 * target is then tried without effect; only `startStapel` changes something.
 */
export const planStapel = act('stapel.planStapel', input, async (tx, { operation, input: shared, targets }) => {
  const parsed = OPERATIONS[operation].schema.safeParse(shared);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `input.${issue.path.join('.')}: ${issue.message}`);
    return reject('platform.invalidInput', { fields: fields.join('; ') });
  }
  const found = await targetsOf(tx, OPERATIONS[operation], targets);
  if (isRejection(found)) return found;
  const steps = [{ operation, input: parsed.data }];
  return openStapel(
    tx,
    steps,
    found.source,
    [...new Set(found.ids)].map((targetId) => ({ step: 0, targetId })),
  );
});

async function targetsOf(
  tx: Transaction,
  { kind }: Pick<Operation, 'kind'>,
  targets: z.infer<typeof input>['targets'],
): Promise<{ ids: readonly Id[]; source: Sentence } | Rejection> {
  if (targets.kind === 'ids') return { ids: targets.ids, source: { de: 'Auswahl', en: 'Selection' } };
  if (kind === 'aufgabe' || kind === 'vertretung' || kind === 'eingang') return reject('stapel.empty');
  const ids = await idsOfSearch(tx, targets.query, kind, MOST_TARGETS + 1);
  if (isRejection(ids)) return ids;
  return { ids, source: { de: `Suche: ${targets.query}`, en: `Search: ${targets.query}` } };
}
