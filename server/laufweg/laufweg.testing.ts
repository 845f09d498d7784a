import type { GroupOrder, OutlineLine, Quorum, StationArt } from '../contract/laufweg-views.js';
import type { Station, StationGroup, StationNode } from './laufweg.js';

/** A station for tests; everything about it can be said otherwise. */
export function station(id: string, own: Partial<Station> = {}): Station {
  return {
    ...{ kind: 'station', id, art: 'mitzeichnung', state: 'offen', refused: false, overruled: false, personId: id },
    ...own,
  };
}

/** Answered with yes, with no, under way, skipped. */
export const yes = (id: string) => station(id, { state: 'erledigt' });
export const no = (id: string) => station(id, { state: 'erledigt', refused: true });
export const underWay = (id: string) => station(id, { state: 'laeuft' });
export const skipped = (id: string) => station(id, { state: 'uebersprungen' });

export function group(id: string, order: GroupOrder, members: readonly StationNode[], quorum: Quorum | null = null) {
  return { kind: 'group', id, order, quorum, members } satisfies StationGroup;
}

export const sequence = (id: string, ...members: StationNode[]) => group(id, 'sequence', members);
export const parallel = (id: string, ...members: StationNode[]) => group(id, 'parallel', members);
export const vote = (id: string, value: number, ...members: StationNode[]) =>
  group(id, 'parallel', members, { kind: 'count', value });

/** Lines of a list with indentation. */
export function stationLine(personId: string, art: StationArt = 'mitzeichnung', depth = 0): OutlineLine {
  return { depth, kind: 'station', art, who: { kind: 'person', personId }, fristDays: null };
}

export function groupLine(order: GroupOrder, quorum: Quorum | null = null, depth = 0): OutlineLine {
  return { depth, kind: 'group', order, quorum };
}

/** A tree of whatever can be built, the same for the same numbers. */
export function randomTree(random: (below: number) => number, depth = 3): StationGroup {
  let next = 0;
  const node = (level: number): StationNode => {
    const id = `n${next++}`;
    if (level === 0 || random(3) === 0) {
      const art = (['mitzeichnung', 'kenntnisnahme', 'schlusszeichnung'] as const)[random(3)] ?? 'mitzeichnung';
      return station(id, { art });
    }
    const members = Array.from({ length: 1 + random(4) }, () => node(level - 1));
    return group(id, random(2) === 0 ? 'sequence' : 'parallel', members);
  };
  const members = Array.from({ length: 1 + random(4) }, () => node(depth));
  return sequence('root', ...members);
}
