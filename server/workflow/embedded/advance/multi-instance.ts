import { toJson } from '../feel/json.js';
import type { Json, JsonObject } from '../json.js';
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
  const entries = entriesOf(run, body, definition);
  body.loop = { total: entries.length, started: 0, completed: 0 };
  if (definition.outputCollection !== null) {
    const places = entries.map(() => null);
    setLocal(body, definition.outputCollection, places);
  }
  if (entries.length === 0) return finish(run, body, definition);
  // Runs at the same time begin a step later than a first one alone: so does Zeebe.
  if (definition.order === 'parallel') run.agenda.push({ kind: 'runs', key: body.key });
  else startRun(run, body, definition, entries);
}

/** Starts all runs of a parallel loop. */
export function startRuns(run: Run, body: ElementInstance): void {
  const definition = loopOf(run, body);
  const entries = entriesOf(run, body, definition);
  for (let count = 0; count < (body.loop?.total ?? 0); count++) startRun(run, body, definition, entries);
}

/** One run is through: note its output, ask whether that is enough, start the next or finish. */
export function loopRunLeft(run: Run, body: ElementInstance, instance: ElementInstance): void {
  const definition = loopOf(run, body);
  const { loop } = body;
  if (loop === undefined) throw new Error(`Element instance ${body.key} has no loop`);
  noteOutput(run, body, instance, definition);
  const enough = isEnough(run, body, instance, definition, loop);
  // The collection counts as it is now, so that a run can shorten or lengthen what comes after it (measured).
  const entries = definition.order === 'sequential' && !enough ? entriesOf(run, body, definition) : [];
  loop.completed += 1;
  rememberCompensable(run, instance);
  end(run, instance, 'completed');
  if (enough) terminateChildren(run, body.key);
  if (loop.started < entries.length) startRun(run, body, definition, entries);
  else if (childrenOf(run, body.key).length === 0) finish(run, body, definition);
}

function startRun(run: Run, body: ElementInstance, definition: MultiInstance, entries: readonly Json[]): void {
  if (body.loop === undefined) return;
  const entry = entries[body.loop.started] ?? null;
  const loopCounter = ++body.loop.started;
  const element = definition.inputElement === null ? {} : Object.fromEntries([[definition.inputElement, entry]]);
  putLoopToken(run, body, { ...outputPlace(definition), ...element, loopCounter });
}

function entriesOf(run: Run, body: ElementInstance, { inputCollection }: MultiInstance): readonly Json[] {
  const entries = requireList(run, body, inputCollection);
  if (entries.length > MOST_ENTRIES) throw tooMany(entries.length);
  return entries.map(toJson);
}

// A variable that the output element names is local to its run, so that runs at the same time do not overwrite each other.
function outputPlace({ outputElement }: MultiInstance): JsonObject {
  const [name] =
    /^[\p{L}_][\p{L}\p{N}_]*(?=(\.[\p{L}_][\p{L}\p{N}_]*)*$)/u.exec(outputElement?.source.trim() ?? '') ?? [];
  return name === undefined || ['null', 'true', 'false'].includes(name) ? {} : Object.fromEntries([[name, null]]);
}

// The place of an output is the place of its input, whatever the order of completion.
function noteOutput(run: Run, body: ElementInstance, instance: ElementInstance, definition: MultiInstance): void {
  const { outputCollection, outputElement } = definition;
  if (outputCollection === null || outputElement === null) return;
  const value = toJson(evaluate(run, instance, outputElement).value);
  const outputs = body.variables[outputCollection];
  const counter = instance.variables['loopCounter'];
  if (!Array.isArray(outputs) || typeof counter !== 'number' || counter < 1 || counter > outputs.length) {
    throw noPlace(outputCollection);
  }
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
    // Those begun so far, not the entries: in a sequential loop it grows (measured).
    numberOfInstances: loop.started,
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

function noPlace(outputCollection: string): Stuck {
  return new Stuck('EXTRACT_VALUE_ERROR', {
    de: `Für das Ergebnis dieses Durchlaufs ist in der Liste „${outputCollection}“ kein Platz. Vielleicht schreibt noch jemand in diese Variable.`,
    en: `The list “${outputCollection}” has no place for the result of this run. Perhaps somebody else writes to that variable.`,
  });
}
