import { visibleVariables } from '../../../server/workflow/embedded/advance/variables.js';
import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import type { CreatedJob } from '../../../server/workflow/embedded/state.js';
import type { World } from '../../../server/workflow/embedded/world.testing.js';
import { sortedObject, type InstanceTrace, type JobTrace } from '../format/trace.js';

/** What a job of the instance sees now. */
export function visible(world: World, { elementKey }: CreatedJob): JsonObject {
  const instance = world.state?.instances[elementKey];
  return world.state === null || instance === undefined ? {} : visibleVariables({ state: world.state }, instance);
}

/** What can be seen of an instance from outside. `seen` are the variables of its jobs, by their key. */
export function instanceTrace(world: World, seen: ReadonlyMap<string, JsonObject>): InstanceTrace {
  const root = world.state?.instances[world.state.rootKey];
  return {
    process: world.model.processId,
    path: world.effects.flatMap((effect) => {
      if (effect.kind === 'elementEntered') return [`> ${effect.elementId}`];
      if (effect.kind !== 'elementEnded') return [];
      return [`${effect.outcome === 'completed' ? '<' : 'x'} ${effect.elementId}`];
    }),
    jobs: world.effects.flatMap((effect) =>
      effect.kind === 'jobCreated' ? [traceOf(effect.job, seen.get(effect.job.key))] : [],
    ),
    incidents: world.effects.flatMap((effect) =>
      effect.kind === 'incidentRaised' ? [`${effect.incident.type} ${effect.incident.elementId}`] : [],
    ),
    end: world.ended?.outcome ?? 'running',
    variables: sortedObject(world.ended?.variables ?? root?.variables ?? {}),
  };
}

/** A job as it was made. */
export function traceOf(
  { elementId, type, retries, headers, assignment }: CreatedJob,
  variables?: JsonObject,
): JobTrace {
  const set = Object.entries(assignment ?? {}).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return {
    at: elementId,
    type,
    retries,
    headers: sortedObject(headers) as Record<string, string>,
    ...(set.length === 0 ? {} : { assignment: sortedObject(Object.fromEntries<Json>(set as [string, Json][])) }),
    ...(variables === undefined ? {} : { variables: sortedObject(variables) }),
  };
}
