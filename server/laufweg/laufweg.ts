import type { GroupOrder, Quorum, StationArt, StationState } from '../contract/laufweg-views.js';
import type { Id } from '../contract/views.js';

/** One person or role that is asked for one thing. */
export interface Station {
  readonly kind: 'station';
  readonly id: Id;
  readonly art: StationArt;
  readonly state: StationState;
  /** Whoever did it did not assent. */
  readonly refused: boolean;
  /** Its initiator went on in spite of that. */
  readonly overruled: boolean;
  readonly personId: Id | null;
}

/** Stations, and groups of them, in one order. The Laufweg itself is one: a sequence without a row of its own. */
export interface StationGroup {
  readonly kind: 'group';
  readonly id: Id;
  readonly order: GroupOrder;
  /** Only of a parallel group; null: every member has to assent. */
  readonly quorum: Quorum | null;
  readonly members: readonly StationNode[];
}

export type StationNode = Station | StationGroup;

/** What a part of a Laufweg has led to. `none`: it counts neither for nor against, because nobody was asked or it is overruled. */
export type Outcome = 'pending' | 'positive' | 'negative' | 'none';

/** Why a station that was still open needs no answer any more. */
export type LapseReason = 'quorumReached' | 'refusedInGroup';

/** What follows from the states of the stations. */
export interface Settlement {
  readonly outcome: Outcome;
  /** Stations whose answer cannot change anything any more; they are not asked, or are asked no longer. */
  readonly lapsed: readonly { readonly id: Id; readonly reason: LapseReason }[];
}

/** What a station or a group has led to so far. */
export function outcomeOf(node: StationNode): Outcome {
  if (node.kind === 'station') return outcomeOfStation(node);
  const outcomes = node.members.map(outcomeOf);
  if (node.quorum) return outcomeOfVote(node.quorum, outcomes);
  if (outcomes.includes('negative')) return 'negative';
  if (outcomes.includes('pending')) return 'pending';
  return outcomes.includes('positive') ? 'positive' : 'none';
}

function outcomeOfStation({ state, refused, overruled }: Station): Outcome {
  if (state === 'offen' || state === 'laeuft') return 'pending';
  if (state !== 'erledigt') return 'none';
  if (!refused) return 'positive';
  return overruled ? 'none' : 'negative';
}

/** Whoever was skipped or overruled has no vote, neither for nor against; a number that is higher than all votes means all. */
function outcomeOfVote(quorum: Quorum, outcomes: readonly Outcome[]): Outcome {
  const votes = outcomes.filter((outcome) => outcome !== 'none');
  if (votes.length === 0) return 'none';
  const needed = neededVotes(quorum, votes.length);
  const assents = votes.filter((outcome) => outcome === 'positive').length;
  if (assents >= needed) return 'positive';
  const possible = assents + votes.filter((outcome) => outcome === 'pending').length;
  return possible < needed ? 'negative' : 'pending';
}

/** How many of `votes` members have to assent. */
export function neededVotes(quorum: Quorum, votes: number): number {
  return quorum.kind === 'count' ? Math.min(quorum.value, votes) : Math.ceil((quorum.value * votes) / 100);
}

/** Looks at the whole Laufweg after something has happened to one of its stations. */
export function settle(root: StationGroup): Settlement {
  return { outcome: outcomeOf(root), lapsed: lapsesIn(root) };
}

function lapsesIn(node: StationNode): Settlement['lapsed'] {
  if (node.kind === 'station') return [];
  if (!node.quorum) return node.members.flatMap(lapsesIn);
  if (outcomeOf(node) === 'positive') return lapse(node, 'quorumReached');
  // Below a vote, a group in which somebody has refused has voted: what is left of it would be asked for nothing.
  return node.members.flatMap((member) =>
    outcomeOf(member) === 'negative' ? lapse(member, 'refusedInGroup') : lapsesIn(member),
  );
}

function lapse(node: StationNode, reason: LapseReason): Settlement['lapsed'] {
  return stationsOf(node)
    .filter((station) => outcomeOf(station) === 'pending')
    .map(({ id }) => ({ id, reason }));
}

/** All stations, in the order of the list. */
export function stationsOf(node: StationNode): Station[] {
  return node.kind === 'station' ? [node] : node.members.flatMap(stationsOf);
}

/** The node and everything in it, in the order of the list. */
export function nodesOf(node: StationNode): StationNode[] {
  return [node, ...(node.kind === 'group' ? node.members.flatMap(nodesOf) : [])];
}

/** Whether anybody has been asked in it, or has answered. What was skipped or has lapsed is no beginning. */
export function hasBegun(node: StationNode): boolean {
  return stationsOf(node).some(({ state }) => state === 'laeuft' || state === 'erledigt');
}

/** The group in which a node lies; null where there is no such node in the tree. */
export function groupAround(root: StationGroup, id: Id): StationGroup | null {
  for (const member of root.members) {
    if (member.id === id) return root;
    const found = member.kind === 'group' ? groupAround(member, id) : null;
    if (found) return found;
  }
  return null;
}

/** Stations whose refusal keeps the Laufweg from going on; a vote that was won in spite of somebody is none. */
export function refusalsIn(node: StationNode): Id[] {
  if (outcomeOf(node) !== 'negative') return [];
  return node.kind === 'station' ? [node.id] : node.members.flatMap(refusalsIn);
}
