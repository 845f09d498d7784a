import { toJson } from '../feel/json.js';
import type { JsonObject } from '../json.js';
import type { MultiInstance } from '../model.js';
import type { ElementInstance, Loop } from '../state.js';
import { rememberCompensable } from './compensation.js';
import { requireBoolean, requireList } from './required.js';
import { childrenOf, elementAt, Stuck, type Run } from './run.js';
import { complete, end, putLoopToken, terminateChildren } from './tokens.js';
import { evaluate, setLocal } from './variables.js';

/** One row holds all runs of a loop, and every change writes it: more entries than this are almost always a mistake. */
const MOST_ENTRIES = 500;

/** Starts the loop of a multi-instance activity. An empty collection completes at once. */
export function enterLoop(run: Run, body: ElementInstance): void {
  const definition = loopOf(run, body);
  const entries = requireList(run, body, definition.inputCollection).map(toJson);
  if (entries.length > MOST_ENTRIES) throw tooMany(entries.length);
  const loop: Loop = { total: entries.length, completed: 0, waiting: entries };
  body.loop = loop;
  if (definition.outputCollection !== null)
    setLocal(
      body,
      definition.outputCollection,
      entries.map(() => null),
    );
  if (entries.length === 0) return finish(run, body, definition);
  // Runs at the same time begin a step later than a first one alone: so does Zeebe.
  if (definition.order === 'parallel') run.agenda.push({ kind: 'runs', key: body.key });
  else startRun(run, body, definition, loop);
}

/** Starts all runs of a parallel loop. */
export function startRuns(run: Run, body: ElementInstance): void {
  const definition = loopOf(run, body);
  while (body.loop !== undefined && body.loop.waiting.length > 0) startRun(run, body, definition, body.loop);
}

/** One run is through: note its output, ask whether that is enough, start the next or finish. */
export function loopRunLeft(run: Run, body: ElementInstance, instance: ElementInstance): void {
  const definition = loopOf(run, body);
  const { loop } = body;
  if (loop === undefined) throw new Error(`Element instance ${body.key} has no loop`);
  noteOutput(run, body, instance, definition);
  const enough = isEnough(run, body, instance, definition, loop);
  loop.completed += 1;
  rememberCompensable(run, instance);
  end(run, instance, 'completed');
  if (enough) terminateChildren(run, body.key);
  if (!enough && loop.waiting.length > 0) startRun(run, body, definition, loop);
  else if (childrenOf(run, body.key).length === 0) finish(run, body, definition);
}

function startRun(run: Run, body: ElementInstance, definition: MultiInstance, loop: Loop): void {
  const entry = loop.waiting.shift() ?? null;
  const loopCounter = loop.total - loop.waiting.length;
  const element = definition.inputElement === null ? {} : Object.fromEntries([[definition.inputElement, entry]]);
  putLoopToken(run, body, { ...outputPlace(definition), ...element, loopCounter });
}

// An output element that is a plain name is local to its run, so that runs at the same time do not overwrite each other.
function outputPlace({ outputElement }: MultiInstance): JsonObject {
  const name = outputElement?.source.trim() ?? '';
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== 'null' && name !== 'true' && name !== 'false'
    ? Object.fromEntries([[name, null]])
    : {};
}

// The place of an output is the place of its input, whatever the order of completion.
function noteOutput(run: Run, body: ElementInstance, instance: ElementInstance, definition: MultiInstance): void {
  const { outputCollection, outputElement } = definition;
  if (outputCollection === null || outputElement === null) return;
  const outputs = body.variables[outputCollection];
  const counter = instance.variables['loopCounter'];
  if (!Array.isArray(outputs) || typeof counter !== 'number') return;
  const value = toJson(evaluate(run, instance, outputElement).value);
  setLocal(body, outputCollection, outputs.with(counter - 1, value));
}

function isEnough(
  run: Run,
  body: ElementInstance,
  instance: ElementInstance,
  { completionCondition }: MultiInstance,
  loop: Loop,
): boolean {
  if (completionCondition === null) return false;
  return requireBoolean(run, instance, completionCondition, {
    numberOfInstances: loop.total,
    numberOfActiveInstances: childrenOf(run, body.key).length - 1,
    numberOfCompletedInstances: loop.completed + 1,
    numberOfTerminatedInstances: loop.terminated ?? 0,
  });
}

function finish(run: Run, body: ElementInstance, { outputCollection }: MultiInstance): void {
  const outputs = outputCollection === null ? undefined : body.variables[outputCollection];
  complete(
    run,
    body,
    outputCollection === null || outputs === undefined ? {} : Object.fromEntries([[outputCollection, outputs]]),
  );
}

function loopOf(run: Run, body: ElementInstance): MultiInstance {
  const { multiInstance } = elementAt(run, body);
  if (multiInstance === null) throw new Error(`${body.elementId} has no multi-instance`);
  return multiInstance;
}

function tooMany(count: number): Stuck {
  return new Stuck('EXTRACT_VALUE_ERROR', {
    de: `Die Mehrfachausführung hat ${count} Einträge, möglich sind ${MOST_ENTRIES}.`,
    en: `The multi-instance has ${count} entries; ${MOST_ENTRIES} are possible.`,
  });
}
