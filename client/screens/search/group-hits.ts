import type { SearchHit } from '../../../server/contract/search-views.js';

/** The hits of one Akte; it stands where its best hit would stand. */
export interface AkteHits {
  readonly akteId: string;
  readonly betreff: string;
  readonly hits: readonly SearchHit[];
}

/** Hits by Akte, in the order of the best one of each. */
export function groupHits(hits: readonly SearchHit[]): AkteHits[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.akteId, [...(groups.get(hit.akteId) ?? []), hit]);
  return [...groups].map(([akteId, found]) => ({ akteId, betreff: found[0]?.akteBetreff ?? '', hits: found }));
}
