import type { OutlineLine } from '../contract/laufweg-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { nodesOf, stationsOf, type StationGroup, type StationNode } from './laufweg.js';

/** More would be no circulation but a mailing; the rows of one Laufweg are read and locked together. */
export const MOST_LINES = 200;
/** More levels cannot be read on a page. */
export const MOST_LEVELS = 6;
const LONGEST_FRIST = 365;

/** A line that has found its group. */
export interface PlacedLine {
  readonly id: Id;
  readonly groupId: Id | null;
  readonly line: OutlineLine;
  /** Counted from 1, as the page shows it. */
  readonly number: number;
}

/**
 * Finds the group of each line of a list with indentation, and everything that is wrong with the list as such.
 *
 * @param within group that the whole list is put into; null: the Laufweg itself
 */
export function placeLines(
  lines: readonly OutlineLine[],
  nextId: () => Id,
  within: Id | null = null,
): { readonly placed: readonly PlacedLine[]; readonly found: readonly Rejection[] } {
  if (lines.length === 0) return { placed: [], found: [reject('laufweg.empty')] };
  if (lines.length > MOST_LINES) {
    return { placed: [], found: [reject('laufweg.tooLong', { most: MOST_LINES, found: lines.length })] };
  }
  const placed: PlacedLine[] = [];
  const found: Rejection[] = [];
  // Ids of the open groups, by their depth; `null` where a station closes everything below it.
  const groups: (Id | null)[] = [];
  lines.forEach((line, index) => {
    const [id, number, { depth }] = [nextId(), index + 1, line];
    const groupId = depth === 0 ? within : (groups[depth - 1] ?? null);
    if (depth >= MOST_LEVELS) {
      found.push(reject('laufweg.tooDeep', { line: number, depth, most: MOST_LEVELS - 1 }));
    } else if (depth > 0 && groupId === null) found.push(reject('laufweg.orphan', { line: number }));
    placed.push({ id, groupId, line, number });
    groups.length = Math.min(groups.length, depth);
    groups[depth] = line.kind === 'group' ? id : null;
  });
  found.push(...placed.flatMap((line) => lineFindings(line, placed)));
  return { placed, found };
}

function lineFindings({ id, line, number }: PlacedLine, all: readonly PlacedLine[]): Rejection[] {
  if (line.kind === 'station') {
    const { fristDays: days } = line;
    const fits = days === null || (Number.isInteger(days) && days >= 1 && days <= LONGEST_FRIST);
    return fits ? [] : [reject('laufweg.fristInvalid', { line: number, found: days })];
  }
  const members = all.filter(({ groupId }) => groupId === id).length;
  const found = members === 0 ? [reject('laufweg.emptyGroup', { line: number })] : [];
  if (line.quorum && line.order === 'sequence') found.push(reject('laufweg.quorumMisplaced', { line: number }));
  return found;
}

/** The tree that the placed lines mean, before anybody has been asked. */
export function treeOf(placed: readonly PlacedLine[], groupId: Id | null = null): StationNode[] {
  return placed
    .filter((line) => line.groupId === groupId)
    .map(({ id, line }) =>
      line.kind === 'group'
        ? { kind: 'group', id, order: line.order, quorum: line.quorum, members: treeOf(placed, id) }
        : {
            ...{ kind: 'station', id, art: line.art, state: 'offen', refused: false, overruled: false },
            personId: line.who.kind === 'person' ? line.who.personId : null,
          },
    );
}

/** What may be said about a person in a refusal. */
export type NameOf = (personId: Id) => string;

/**
 * Everything that stands against a whole Laufweg, as it is built or as a change would leave it: length, Quorum, where the
 * Schlusszeichnung stands, who is asked twice.
 */
export function treeFindings(root: StationGroup, nameOf: NameOf): Rejection[] {
  const nodes = nodesOf(root).slice(1);
  const numberOf = new Map(nodes.map(({ id }, index) => [id, index + 1]));
  const lines = nodes.length > MOST_LINES ? [reject('laufweg.tooLong', { most: MOST_LINES, found: nodes.length })] : [];
  return [
    ...lines,
    ...depthFindings(root, numberOf),
    ...nodes.flatMap((node) => (node.kind === 'group' ? groupFindings(node, nameOf) : [])),
    ...finalFindings(root, numberOf),
  ];
}

function depthFindings(root: StationGroup, numberOf: ReadonlyMap<Id, number>, depth = 0): Rejection[] {
  return root.members.flatMap((member) => {
    if (depth >= MOST_LEVELS) {
      return [reject('laufweg.tooDeep', { line: numberOf.get(member.id) ?? 0, depth, most: MOST_LEVELS - 1 })];
    }
    return member.kind === 'group' ? depthFindings(member, numberOf, depth + 1) : [];
  });
}

function groupFindings({ order, quorum, ...group }: StationGroup, nameOf: NameOf): Rejection[] {
  const found: Rejection[] = [];
  const members = group.members.length;
  const most = quorum?.kind === 'percent' ? 100 : members;
  if (quorum && !(Number.isInteger(quorum.value) && quorum.value >= 1 && quorum.value <= most)) {
    const percent = quorum.kind === 'percent' ? ' %' : '';
    found.push(reject('laufweg.quorumTooHigh', { members, found: `${quorum.value}${percent}` }));
  }
  if (order === 'sequence') return found;
  const asked = stationsOf({ ...group, order, quorum }).flatMap(({ state, personId }) =>
    state === 'uebersprungen' || state === 'entfallen' || personId === null ? [] : [personId],
  );
  const twice = new Set(asked.filter((personId, index) => asked.indexOf(personId) !== index));
  return [...found, ...[...twice].map((personId) => reject('laufweg.personTwice', { name: nameOf(personId) }))];
}

/** The Schlusszeichnung closes: nobody decides beside it or after it. Who only has to know may be told afterwards. */
function finalFindings(root: StationGroup, numberOf: ReadonlyMap<Id, number>): Rejection[] {
  const wanted = stationsOf(root).filter(
    ({ state, refused }) => state !== 'uebersprungen' && state !== 'entfallen' && !refused,
  );
  const finals = wanted.filter(({ art }) => art === 'schlusszeichnung');
  const nested = finals.filter(({ id }) => !root.members.some((member) => member.id === id));
  const first = wanted.findIndex(({ art }) => art === 'schlusszeichnung');
  const late = first < 0 ? [] : wanted.slice(first + 1).filter(({ art }) => art !== 'kenntnisnahme');
  const line = (id: Id) => ({ line: numberOf.get(id) ?? 0 });
  return [
    ...nested.map(({ id }) => reject('laufweg.finalInGroup', line(id))),
    ...late.map(({ id }) => reject('laufweg.finalNotLast', line(id))),
  ];
}

/** One refusal for all that was found; null where nothing was found. */
export function notBuildable(found: readonly Rejection[]): Rejection | null {
  return found.length === 0 ? null : reject('laufweg.notBuildable', { count: found.length }, found);
}
