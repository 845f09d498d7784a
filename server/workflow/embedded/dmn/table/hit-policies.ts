import { equals } from '../../feel/compare.js';
import { Decimal, isNumber, type FeelList, type FeelValue } from '../../feel/values.js';
import type { Sentence } from '../../../../contract/rejections.js';

export const HIT_POLICIES = ['UNIQUE', 'ANY', 'FIRST', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

export const AGGREGATIONS = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What one matching rule gives: a value for each output. */
export type Hit = FeelList;

export type Outcome =
  | { readonly kind: 'hits'; readonly hits: readonly Hit[] }
  | { readonly kind: 'value'; readonly value: FeelValue }
  | { readonly kind: 'violated'; readonly problem: Sentence };

/**
 * Chooses among the hits of a table in rule order, at least one (DMN 1.5, 8.2.11).
 *
 * @param priorities allowed values of each output, the most important first; only for PRIORITY and OUTPUT ORDER
 * @returns one hit or several (as the policy says), an aggregated value, or why the table must not be used like this
 */
export function chosen(policy: HitPolicy, hits: readonly Hit[], priorities: readonly FeelList[]): Outcome {
  switch (policy) {
    case 'UNIQUE':
      return hits.length > 1 ? violated(severalUnique) : { kind: 'hits', hits };
    case 'ANY':
      return hits.some((hit) => equals(hit, hits[0] ?? null, 'dmn') !== true)
        ? violated(differentAny)
        : { kind: 'hits', hits: hits.slice(0, 1) };
    case 'FIRST':
      return { kind: 'hits', hits: hits.slice(0, 1) };
    case 'PRIORITY':
      return { kind: 'hits', hits: byPriority(hits, priorities).slice(0, 1) };
    case 'OUTPUT ORDER':
      return { kind: 'hits', hits: byPriority(hits, priorities) };
    case 'RULE ORDER':
    case 'COLLECT':
      return { kind: 'hits', hits };
  }
}

/** Whether a policy gives a list of hits. */
export function givesList(policy: HitPolicy): boolean {
  return policy === 'COLLECT' || policy === 'RULE ORDER' || policy === 'OUTPUT ORDER';
}

/** Sum, least, greatest or number of the single output of all hits. */
export function aggregated(aggregation: Aggregation, values: FeelList): Outcome {
  if (aggregation === 'COUNT') return { kind: 'value', value: new Decimal(values.length) };
  const numbers = values.filter((value) => value !== null && isNumber(value));
  if (numbers.length < values.length) return violated(notNumbers);
  if (aggregation === 'SUM') return { kind: 'value', value: Decimal.sum(...numbers) };
  return { kind: 'value', value: aggregation === 'MIN' ? Decimal.min(...numbers) : Decimal.max(...numbers) };
}

// The first output counts most; a value that is not in the list comes last. Equal hits keep the order of the rules.
function byPriority(hits: readonly Hit[], priorities: readonly FeelList[]): readonly Hit[] {
  const ranks = new Map(hits.map((hit) => [hit, hit.map((value, output) => rank(value, priorities[output] ?? []))]));
  const compare = (left: Hit, right: Hit) => {
    const [a, b] = [ranks.get(left) ?? [], ranks.get(right) ?? []];
    const different = a.findIndex((value, output) => value !== b[output]);
    return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
  };
  return [...hits].sort(compare);
}

function rank(value: FeelValue, priorities: FeelList): number {
  const index = priorities.findIndex((candidate) => equals(candidate, value, 'dmn') === true);
  return index < 0 ? priorities.length : index;
}

function violated(problem: Sentence): Outcome {
  return { kind: 'violated', problem };
}

const severalUnique: Sentence = {
  de: 'Mehrere Regeln treffen zu; die Trefferregel „UNIQUE“ erlaubt nur eine.',
  en: 'Several rules match; the hit policy “UNIQUE” allows only one.',
};
const differentAny: Sentence = {
  de: 'Mehrere Regeln mit verschiedenen Ergebnissen treffen zu; die Trefferregel „ANY“ erlaubt nur gleiche.',
  en: 'Several rules with different outcomes match; the hit policy “ANY” allows only equal ones.',
};
const notNumbers: Sentence = {
  de: 'Die Ergebnisse der Regeln lassen sich nicht zusammenfassen.',
  en: 'The outcomes of the rules cannot be aggregated.',
};
