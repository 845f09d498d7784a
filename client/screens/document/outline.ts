import type { TreeNode } from '../../ui/tree/flatten.js';
import type { PDFDocumentProxy } from './pdf.js';

/** Where an entry of an outline leads: a name, or the reference of a page with a view on it. */
export type Destination = string | readonly unknown[] | null;

/** An entry as the PDF has it. */
export interface OutlineEntry {
  readonly title: string;
  readonly dest: Destination;
  readonly items: readonly OutlineEntry[];
}

/** The outline of a PDF, to be shown as a tree. */
export interface Outline {
  readonly nodes: readonly TreeNode[];
  /** By the ids of the nodes. */
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** Files of others: one that nests deeper or says more than this is not shown to its end. */
const DEEPEST = 12;
const MOST = 5_000;

/** The entries as nodes of a tree, with ids that say where they stand. An entry that leads nowhere only folds. */
export function outlineOf(entries: readonly OutlineEntry[]): Outline {
  const destinations = new Map<string, Destination>();
  const nodesOf = (below: readonly OutlineEntry[], path: string, depth: number): TreeNode[] =>
    depth > DEEPEST
      ? []
      : below.flatMap((entry, index) => {
          if (destinations.size >= MOST) return [];
          const id = `${path}${index + 1}`;
          destinations.set(id, entry.dest);
          const node: TreeNode = { id, label: labelOf(entry, id), children: nodesOf(entry.items, `${id}.`, depth + 1) };
          return [entry.dest === null ? { ...node, selectable: 'no' as const } : node];
        });
  return { nodes: nodesOf(entries, '', 1), destinations };
}

/** Reads the outline of a PDF; empty where it has none, or one that cannot be read. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<Outline> {
  const entries = (await pdf.getOutline().catch(() => null)) as readonly OutlineEntry[] | null;
  return outlineOf(entries ?? []);
}

/** The page that an entry leads to, from 1; null where there is none. */
export async function pageOf(pdf: PDFDocumentProxy, destination: Destination): Promise<number | null> {
  try {
    const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    const target: unknown = explicit?.[0];
    // Some writers give the number of the page from 0 instead of its reference.
    const index = typeof target === 'number' ? target : await pdf.getPageIndex(target as Reference);
    return index >= 0 && index < pdf.numPages ? index + 1 : null;
  } catch {
    return null;
  }
}

type Reference = Parameters<PDFDocumentProxy['getPageIndex']>[0];

function labelOf({ title }: OutlineEntry, id: string): string {
  // Control and direction signs have no place in a heading, and could turn what stands beside it around.
  const clean = title.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return clean === '' ? id : clean.slice(0, 300);
}
