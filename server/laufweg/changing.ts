import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { groupAround, hasBegun, nodesOf, outcomeOf, type StationGroup, type StationNode } from './laufweg.js';

/** A place in a Laufweg: before the member with this index, or behind the last one. */
export interface Place {
  /** null: the Laufweg itself. */
  readonly groupId: Id | null;
  readonly index: number;
}

/** The tree with further nodes at a place; refused where the Laufweg is beyond that place. */
export function withInserted(
  root: StationGroup,
  { groupId, index }: Place,
  inserted: readonly StationNode[],
): StationGroup | Rejection {
  const wanted = groupId ?? root.id;
  const group = nodesOf(root).find((node) => node.id === wanted);
  if (group?.kind !== 'group') return reject('platform.notFound');
  // A group that has come to its end is not opened again: what follows it may have begun.
  if (hasBegun(group) && outcomeOf(group) !== 'pending' && group !== root) return reject('laufweg.alreadyPast');
  const members = [...group.members];
  members.splice(index, 0, ...inserted);
  const changed = replaced(root, { ...group, members });
  return inOrder(changed) ? changed : reject('laufweg.alreadyPast');
}

/** The tree with one of its nodes at another place; only what has not begun is moved. */
export function withMoved(root: StationGroup, id: Id, place: Place): StationGroup | Rejection {
  const from = groupAround(root, id);
  const node = from?.members.find((member) => member.id === id);
  if (!from || !node) return reject('platform.notFound');
  if (hasBegun(node) || outcomeOf(node) !== 'pending') return reject('laufweg.alreadyBegun');
  if (nodesOf(node).some((inside) => inside.id === place.groupId)) return reject('laufweg.intoItself');
  const before = from.members.indexOf(node);
  const rest = replaced(root, { ...from, members: from.members.filter((member) => member.id !== id) });
  // An index means the list as the page shows it, with the node still in it.
  const behind = (place.groupId ?? root.id) === from.id && before < place.index ? 1 : 0;
  return withInserted(rest, { ...place, index: place.index - behind }, [node]);
}

/** Whether skipping this node would leave a vote around it that can no longer come about. */
export function skipFinding(root: StationGroup, skipped: StationGroup): Rejection | null {
  const before = new Map(nodesOf(root).map((node) => [node.id, node]));
  const broken = nodesOf(skipped).some((node) => {
    if (node.kind !== 'group' || !node.quorum) return false;
    const was = before.get(node.id);
    if (!was || outcomeOf(was) !== 'pending') return false;
    const votes = node.members.filter((member) => outcomeOf(member) !== 'none').length;
    if (votes === 0) return false; // the whole group was skipped
    return outcomeOf(node) === 'negative' || (node.quorum.kind === 'count' && votes < node.quorum.value);
  });
  return broken ? reject('laufweg.quorumUnreachable') : null;
}

/** The tree with one node in the place of the one with its id. */
export function replaced(root: StationGroup, node: StationNode): StationGroup {
  if (node.kind === 'group' && root.id === node.id) return node;
  const members = root.members.map((member) => {
    if (member.id === node.id) return node;
    return member.kind === 'group' ? replaced(member, node) : member;
  });
  return { ...root, members };
}

/** Nothing that has begun stands behind something in a sequence that is still to come. */
function inOrder(node: StationNode): boolean {
  if (node.kind === 'station') return true;
  if (!node.members.every(inOrder)) return false;
  if (node.order === 'parallel') return true;
  const firstToCome = node.members.findIndex((member) => !hasBegun(member) && outcomeOf(member) === 'pending');
  return firstToCome < 0 || !node.members.slice(firstToCome).some(hasBegun);
}
