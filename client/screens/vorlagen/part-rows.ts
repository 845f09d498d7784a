import type { AktenvorlagePart, AktenvorlageView } from '../../../server/contract/vorlage-views.js';

/** One part as the editor shows it: what lies in it follows it, one level deeper. */
export interface PartRow {
  readonly key: number;
  readonly level: number;
  readonly kind: AktenvorlagePart['kind'];
  readonly betreff: string;
  readonly dokumentvorlageId: string | null;
  readonly dokumentvorlage: string | null;
}

export type Move = 'up' | 'down' | 'in' | 'out';

let next = 0;

export function newRow(kind: PartRow['kind'], level: number): PartRow {
  return { key: ++next, level, kind, betreff: '', dokumentvorlageId: null, dokumentvorlage: null };
}

/** The parts of a Vorlage in the order of reading, each before what lies in it. */
export function rowsOf(parts: AktenvorlageView['parts']): PartRow[] {
  const below = (above: number | null, level: number): PartRow[] =>
    parts.flatMap((part, index) => {
      if (part.above !== above) return [];
      const { kind, betreff, dokumentvorlageId, dokumentvorlage } = part;
      const row = { key: ++next, level, kind, betreff, dokumentvorlageId, dokumentvorlage };
      return [row, ...below(index, level + 1)];
    });
  return below(null, 0);
}

/** The other way round. */
export function partsOf(rows: readonly PartRow[]): AktenvorlagePart[] {
  return rows.map(({ kind, betreff, level, dokumentvorlageId }, index) => {
    const above = rows.slice(0, index).findLastIndex((row) => row.level < level);
    return { kind, betreff: betreff.trim(), above: above === -1 ? null : above, dokumentvorlageId };
  });
}

/** A part with everything in it goes past its neighbour, into the one before it, or out of the one that it lies in. */
export function moved(rows: readonly PartRow[], index: number, move: Move): readonly PartRow[] {
  const row = rows[index];
  if (!row) return rows;
  const end = endOf(rows, index);
  const [own, before, after] = [rows.slice(index, end), rows.slice(0, index), rows.slice(end)];
  const shift = (by: number) => own.map((part) => ({ ...part, level: part.level + by }));
  switch (move) {
    case 'in':
      return (rows[index - 1]?.level ?? -1) >= row.level ? [...before, ...shift(1), ...after] : rows;
    case 'out': {
      if (row.level === 0) return rows;
      // What follows on its level stays where it lies, so that it leaves behind the last of them.
      const rest = after.findIndex(({ level }) => level < row.level);
      const at = rest === -1 ? after.length : rest;
      return [...before, ...after.slice(0, at), ...shift(-1), ...after.slice(at)];
    }
    case 'up': {
      const at = before.findLastIndex(({ level }) => level <= row.level);
      return before[at]?.level === row.level ? [...before.slice(0, at), ...own, ...before.slice(at), ...after] : rows;
    }
    case 'down': {
      if (rows[end]?.level !== row.level) return rows;
      const size = endOf(rows, end) - end;
      return [...before, ...after.slice(0, size), ...own, ...after.slice(size)];
    }
  }
}

/** The rows without a part and everything in it. */
export function removed(rows: readonly PartRow[], index: number): readonly PartRow[] {
  return [...rows.slice(0, index), ...rows.slice(endOf(rows, index))];
}

/** Index behind the last row that lies in this one. */
function endOf(rows: readonly PartRow[], index: number): number {
  const level = rows[index]?.level ?? 0;
  const end = rows.findIndex((row, at) => at > index && row.level <= level);
  return end === -1 ? rows.length : end;
}
