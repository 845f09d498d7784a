import type { AkteView } from '../../../server/contract/akte-views.js';
import type { AkteRow, AktenplanHits, EinheitRow } from '../../../server/contract/aktenplan-views.js';
import type { VorgangRow, VorgangView } from '../../../server/contract/views.js';
import type { TreeNode } from '../../ui/tree/flatten.js';

/** A row of the tree Aktenplan → Akte → Vorgang. */
export type PlanEntry =
  | { readonly kind: 'einheit'; readonly row: EinheitRow }
  | { readonly kind: 'akte'; readonly row: AkteRow }
  | { readonly kind: 'vorgang'; readonly row: Omit<VorgangRow, 'state'> };

/** Where the next page begins. */
export interface NextPage {
  readonly kind: 'einheiten' | 'akten' | 'vorgaenge';
  readonly after: string;
}

/** What has been read of that which lies below one row. */
export interface Branch {
  readonly entries: readonly PlanEntry[];
  readonly next: NextPage | null;
}

/** Branches by the id of the row that they hang on; the uppermost positions under `ROOT`. */
export type Branches = ReadonlyMap<string, Branch>;

export const ROOT = '';
const MORE = 'more:';

/** The row that a „show more“ row belongs to; null for every other row. */
export function moreOf(id: string): string | null {
  return id.startsWith(MORE) ? id.slice(MORE.length) : null;
}

/** What is read of the plan, as a tree. `way` leads to the open Vorgang: its rows are there on whatever page they lie. */
export function planTree(branches: Branches, way: readonly PlanEntry[], shown: 'plan' | 'akten'): TreeNode[] {
  return below(ROOT, branches, way, shown);
}

/** The rows found; what lies below another row that was found is reached by unfolding that one. */
export function hitTree(hits: AktenplanHits, branches: Branches, shown: 'plan' | 'akten'): TreeNode[] {
  const found = new Set([...hits.einheiten, ...hits.akten].map(({ id }) => id));
  const above = new Map([
    ...hits.einheiten.map(({ id, path }) => [id, path.slice(0, -1).map((step) => step.id)] as const),
    ...[...hits.akten, ...hits.vorgaenge].map((hit) => [hit.id, hit.above] as const),
  ]);
  return entriesOf(hits)
    .filter(({ kind }) => shown === 'akten' || kind === 'einheit')
    .filter(({ row }) => !(above.get(row.id) ?? []).some((id) => found.has(id)))
    .map((entry) => nodeOf(entry, undefined, branches, [], shown));
}

/** Everything that was found, positions first. */
export function entriesOf({ einheiten, akten, vorgaenge }: AktenplanHits): PlanEntry[] {
  return [
    ...einheiten.map((row): PlanEntry => ({ kind: 'einheit', row })),
    ...akten.map((row): PlanEntry => ({ kind: 'akte', row })),
    ...vorgaenge.map((row): PlanEntry => ({ kind: 'vorgang', row })),
  ];
}

/** From the uppermost position down to the Vorgang. */
export function wayTo({ aktenplan, akte, akteAbove, ...vorgang }: VorgangView): PlanEntry[] {
  return [...wayToAkte({ ...akte, aktenplan, above: akteAbove }), { kind: 'vorgang', row: vorgang }];
}

/** The positions and Akten that lead to an Akte, itself last. */
export function wayToAkte({
  aktenplan,
  above,
  id,
  aktenzeichen,
  betreff,
}: Pick<AkteView, 'aktenplan' | 'above' | 'id' | 'aktenzeichen' | 'betreff'>): PlanEntry[] {
  return [
    ...aktenplan.map(({ id, kennzeichen, titel }, index): PlanEntry => {
      const parentId = aktenplan[index - 1]?.id ?? null;
      const below = index === aktenplan.length - 1 ? 'akten' : 'einheiten';
      return { kind: 'einheit', row: { id, parentId, kennzeichen, titel, state: 'offen', below } };
    }),
    ...[...above, { id, aktenzeichen, betreff }].map((row): PlanEntry => ({
      kind: 'akte',
      row: { ...row, below: 'something' },
    })),
  ];
}

function below(
  parent: string,
  branches: Branches,
  way: readonly PlanEntry[],
  shown: 'plan' | 'akten',
  above?: PlanEntry,
): TreeNode[] {
  const branch = branches.get(parent);
  if (!branch) return [];
  const position = parent === ROOT ? 0 : way.findIndex(({ row }) => row.id === parent) + 1;
  const onWay = parent === ROOT || position > 0 ? way[position] : undefined;
  const known = onWay === undefined || branch.entries.some(({ row }) => row.id === onWay.row.id);
  const nodes = [...branch.entries, ...(known ? [] : [onWay])].map((entry) =>
    nodeOf(entry, above, branches, way, shown),
  );
  if (!branch.next) return nodes;
  return [...nodes, { id: `${MORE}${parent}`, label: $localize`:@@plan.more:Weitere anzeigen`, children: [] }];
}

function nodeOf(
  entry: PlanEntry,
  above: PlanEntry | undefined,
  branches: Branches,
  way: readonly PlanEntry[],
  shown: 'plan' | 'akten',
): TreeNode {
  const { id } = entry.row;
  const children = below(id, branches, way, shown, entry);
  const folds = branches.has(id) || !hasMore(entry, shown) ? {} : ({ unread: 'below' } as const);
  switch (entry.kind) {
    case 'einheit': {
      const closed = entry.row.state === 'stillgelegt' ? $localize`:@@plan.closedMark: (stillgelegt)` : '';
      return { id, prefix: entry.row.kennzeichen, label: `${entry.row.titel}${closed}`, children, ...folds };
    }
    case 'akte':
      return { id, prefix: entry.row.aktenzeichen, label: entry.row.betreff, children, ...folds };
    case 'vorgang':
      return {
        id,
        prefix: ending(entry.row.aktenzeichen, above),
        label: entry.row.betreff,
        count: entry.row.dokumente,
        children,
      };
  }
}

function hasMore(entry: PlanEntry, shown: 'plan' | 'akten'): boolean {
  if (entry.kind === 'vorgang') return false;
  return entry.row.below === 'einheiten' || (shown === 'akten' && entry.row.below !== 'nothing');
}

/** The Aktenzeichen of the Akte stands one row above: only what the Vorgang adds to it is new. */
function ending(aktenzeichen: string, above: PlanEntry | undefined): string {
  const start = above?.kind === 'akte' ? above.row.aktenzeichen : '';
  return start !== '' && aktenzeichen.startsWith(start) ? aktenzeichen.slice(start.length) : aktenzeichen;
}
