import type { Id } from '../../contract/views.js';
import type { Queries } from '../../platform/postgres/database.js';
import { officeKindOf } from './office-kinds.js';
import { newestVersionsOf, orderRendition } from './rendition.store.js';

interface VersionToRender {
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly mime: string;
}

/** Has made what a version of this kind can be shown and archived by. @returns whether there is any such thing */
export async function orderForVersion(
  queries: Queries,
  { mandantId, dokumentId, nummer, mime }: VersionToRender,
  now: Date,
): Promise<boolean> {
  if (!officeKindOf(mime)) return false;
  await orderRendition(queries, mandantId, { dokumentId, nummer, kind: 'pdfa' }, now);
  return true;
}

/** Orders what is missing of the newest versions in a Vorgang, also once more what failed. */
export async function orderRenditionsOf(
  queries: Queries & { readonly mandantId: Id },
  vorgangId: Id,
  now: Date,
): Promise<void> {
  for (const version of await newestVersionsOf(queries, vorgangId))
    await orderForVersion(queries, { mandantId: queries.mandantId, ...version }, now);
}
