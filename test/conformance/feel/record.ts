import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import { end, script, start } from '../format/elements.js';
import { path, process } from '../format/model.js';
import type { Broker } from '../run/broker.js';
import type { Outcome } from './golden.js';

/** An instance with an incident never answers; a busy machine takes a second. */
const PATIENCE = 8000;

/** Evaluates each expression on a broker, in a process of its own so that none disturbs another. */
export async function recordOutcomes(
  broker: Broker,
  sources: readonly string[],
  variables: JsonObject,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const waiting = [...sources.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, source] = next;
      outcomes.set(source, await outcomeOf(broker, `feel${index}`, source, variables));
    }
  };
  // More at once, and a broker on two busy cores turns calls away.
  await Promise.all(Array.from({ length: 3 }, work));
  return new Map(sources.map((source) => [source, outcomes.get(source) ?? 'refused']));
}

async function outcomeOf(broker: Broker, id: string, source: string, variables: JsonObject): Promise<Outcome> {
  const model = process([start(), script('s', `=${source}`, 'ergebnis'), end(), ...path('start s end')], [], id);
  // A line break in an attribute is a space, unless it is written as a character reference.
  const content = Buffer.from(model.replaceAll(/(?<=expression="[^"]*)\n/g, '&#10;'));
  const deployed = await patiently(() =>
    broker.call('deployResource', { resources: [{ name: `${id}.bpmn`, content }] }),
  );
  if (deployed.kind === 'refused') return 'refused';
  const result = await resultOf(broker, id, variables);
  return result === null ? 'incident' : { value: result['ergebnis'] ?? null };
}

async function resultOf(broker: Broker, bpmnProcessId: string, variables: JsonObject) {
  const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
  try {
    const called = await patiently(() =>
      broker.call('createProcessInstanceWithResult', {
        request,
        requestTimeout: PATIENCE,
        fetchVariables: ['ergebnis'],
      }),
    );
    if (called.kind === 'refused') throw new Error(`${bpmnProcessId} cannot be started: ${called.message}`);
    return JSON.parse((called.response as { variables: string }).variables) as Record<string, Json>;
  } catch (error) {
    if ((error as { code?: number }).code === DEADLINE_EXCEEDED) return null;
    throw error;
  }
}

const DEADLINE_EXCEEDED = 4;
// Busy, or a connection inside of the broker was lost: what is asked here may be asked again.
const PASSING: ReadonlySet<number | undefined> = new Set([8, 13, 14]);

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!PASSING.has((error as { code?: number }).code) || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
