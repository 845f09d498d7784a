import type { ZusatzDefinition, ZusatzKind } from '../../server/contract/zusatzfeld-views.js';
import { defineZusatzfeld } from '../../server/zusatzfeld/define-zusatzfeld.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** A short optional text for all records of a kind; everything about it can be said otherwise. */
export function someZusatzfeld(own: Partial<ZusatzDefinition> = {}): ZusatzDefinition {
  return {
    label: { de: 'Flurstück', en: 'Parcel' },
    rule: { art: 'text', shortest: 0, longest: 20, signs: 'any' },
    ...{ need: 'optional', einheitId: null, dokumentArt: null },
    ...own,
  };
}

/** Defines a field and answers its id. */
export async function addedZusatzfeld(
  bench: ActBench,
  kind: ZusatzKind,
  key: string,
  own: Partial<ZusatzDefinition> = {},
): Promise<string> {
  return done(await bench.perform('helga.brandt', defineZusatzfeld, { ...someZusatzfeld(own), kind, key })).id;
}
