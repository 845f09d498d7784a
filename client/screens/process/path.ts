import type { InstancePath } from '../../../server/contract/process-views.js';
import type { ModelText } from '../diagram/model-text.js';

/** `ended`: taken back before it was done, with its scope, by an event at its border or by a person. */
export type PathState = 'stopped' | 'running' | 'done' | 'ended';

/** One stay of a process instance at one of its steps. */
export interface PathRow {
  readonly key: string;
  readonly elementId: string;
  readonly name: string;
  readonly state: PathState;
  readonly enteredAt: string;
  readonly leftAt: string | null;
  /** Until now for what still runs. */
  readonly milliseconds: number;
}

type Stay = InstancePath['elements'][number];

/**
 * The way of an instance in the order in which it went it. The process itself is left out, and so are the frames of loops:
 * what people see are the runs inside.
 * @param now time of the server, for what has not ended
 */
export function pathRows(path: InstancePath, text: ModelText, now: Date): PathRow[] {
  const frames = path.engine === 'embedded' ? framesOf(path.elements, text.loops) : new Set<string>();
  return path.elements
    .filter(({ elementId, elementKey }) => elementId !== path.processId && !frames.has(elementKey))
    .map((stay) => ({
      key: stay.elementKey,
      elementId: stay.elementId,
      name: text.names.get(stay.elementId) ?? stay.elementId,
      state: stateOf(stay),
      enteredAt: stay.enteredAt,
      leftAt: stay.leftAt,
      milliseconds: Math.max(0, (stay.leftAt ? Date.parse(stay.leftAt) : now.getTime()) - Date.parse(stay.enteredAt)),
    }));
}

function stateOf({ outcome, incidents }: Stay): PathState {
  if (outcome === 'completed') return 'done';
  if (outcome === 'terminated') return 'ended';
  const open = incidents.reduce((sum, { kind }) => sum + (kind === 'incident' ? 1 : -1), 0);
  return open > 0 ? 'stopped' : 'running';
}

/** The first stay at a looped step is the frame around the others, until it ends; then the next one is. */
function framesOf(stays: readonly Stay[], loops: ReadonlySet<string>): ReadonlySet<string> {
  const frames = new Map<string, { readonly stay: Stay; runs: number }[]>();
  for (const stay of stays.filter(({ elementId }) => loops.has(elementId))) {
    const known = frames.get(stay.elementId) ?? [];
    const frame = known.at(-1);
    if (frame && (frame.stay.leftAt === null || stay.enteredAt < frame.stay.leftAt)) frame.runs += 1;
    else frames.set(stay.elementId, [...known, { stay, runs: 0 }]);
  }
  const around = [...frames.values()].flat().filter(({ runs }) => runs > 0);
  return new Set(around.map(({ stay }) => stay.elementKey));
}

/**
 * Sequence flows that the instance went along. The history knows stays, not flows: a flow was taken where its target was
 * entered in the very moment in which its source was left, or, where tokens wait for each other, at any time before.
 */
export function flowsTaken({ elements }: InstancePath, { flows, joins }: ModelText): string[] {
  const staysAt = (id: string) => elements.filter(({ elementId }) => elementId === id);
  return flows
    .filter(({ source, target }) =>
      staysAt(source).some(
        ({ outcome, leftAt }) =>
          outcome === 'completed' &&
          leftAt !== null &&
          staysAt(target).some(({ enteredAt }) => (joins.has(target) ? leftAt <= enteredAt : leftAt === enteredAt)),
      ),
    )
    .map(({ id }) => id);
}
