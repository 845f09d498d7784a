import type { OutlineLine, Quorum, StationArt, StationPerson } from '../../../server/contract/laufweg-views.js';
import type { Role } from '../../../server/contract/permissions.js';

/** A line while it is typed; what is still missing is null. */
export type DraftLine = DraftStation | DraftGroup;

export interface DraftStation {
  readonly key: number;
  readonly depth: number;
  readonly kind: 'station';
  readonly art: StationArt;
  /** A role instead of a person. */
  readonly role: Role | null;
  readonly person: StationPerson | null;
  readonly fristDays: number | null;
}

export interface DraftGroup {
  readonly key: number;
  readonly depth: number;
  readonly kind: 'group';
  readonly order: 'sequence' | 'parallel';
  readonly quorum: Quorum | null;
}

export type Step = 'up' | 'down' | 'indent' | 'outdent' | 'remove';

/** How many lines belong to the one at `index`: itself, and what is indented below a group. */
export function extentOf(lines: readonly DraftLine[], index: number): number {
  const line = lines[index];
  if (!line) return 0;
  const end = lines.findIndex(({ depth }, place) => place > index && depth <= line.depth);
  return (end < 0 ? lines.length : end) - index;
}

/** The lines after one step of the keyboard; the same lines where the step leads nowhere. */
export function afterStep(lines: readonly DraftLine[], index: number, step: Step): readonly DraftLine[] {
  const extent = extentOf(lines, index);
  if (extent === 0) return lines;
  const moved = lines.slice(index, index + extent);
  const [before, after] = [lines.slice(0, index), lines.slice(index + extent)];
  const depth = moved[0]?.depth ?? 0;
  if (step === 'remove') return [...before, ...after];
  if (step === 'outdent') return depth === 0 ? lines : [...before, ...shifted(moved, -1), ...after];
  if (step === 'indent') return mayIndent(lines, index) ? [...before, ...shifted(moved, 1), ...after] : lines;
  if (step === 'up') {
    // Over the whole neighbour of the same level; a first member stays in its group.
    const from = before.findLastIndex((line) => line.depth <= depth);
    if (from < 0 || before[from]?.depth !== depth) return lines;
    return [...before.slice(0, from), ...moved, ...before.slice(from), ...after];
  }
  if (after[0]?.depth !== depth) return lines;
  const next = extentOf(after, 0);
  return [...before, ...after.slice(0, next), ...moved, ...after.slice(next)];
}

/** A line can go one level in where the line above it is a group of its level, or lies in one. */
export function mayIndent(lines: readonly DraftLine[], index: number): boolean {
  const depth = lines[index]?.depth ?? 0;
  const above = lines.slice(0, index).findLast((line) => line.depth <= depth);
  return above?.depth === depth && above.kind === 'group';
}

function shifted(lines: readonly DraftLine[], by: number): DraftLine[] {
  return lines.map((line) => ({ ...line, depth: line.depth + by }));
}

/** The place at which a further line is added behind the one at `index`: in a group behind its last member. */
export function placeBehind(lines: readonly DraftLine[], index: number): { index: number; depth: number } {
  const line = lines[index];
  if (!line) return { index: lines.length, depth: 0 };
  return { index: index + extentOf(lines, index), depth: line.depth + (line.kind === 'group' ? 1 : 0) };
}

/** What the server is sent; null while a station asks nobody. */
export function outlineOf(lines: readonly DraftLine[]): OutlineLine[] | null {
  const outline: OutlineLine[] = [];
  for (const line of lines) {
    const { depth } = line;
    if (line.kind === 'group') {
      outline.push({ depth, kind: 'group', order: line.order, quorum: line.order === 'parallel' ? line.quorum : null });
      continue;
    }
    const { art, person, role, fristDays } = line;
    if (!person && !role) return null;
    const who = role
      ? ({ kind: 'role', role, unitId: null } as const)
      : ({ kind: 'person', personId: person?.id ?? '' } as const);
    outline.push({ depth, kind: 'station', art, who, fristDays });
  }
  return outline;
}
