import type { Evaluated, Expression } from '../feel/feel.js';
import { fromJson, toJson } from '../feel/json.js';
import { entryOf, isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Mapping } from '../model.js';
import type { ElementInstance } from '../state.js';
import { scopeOf, Stuck, type Run } from './run.js';

/** Value of a variable as seen from an element: its own scope first, then outwards. */
export function readVariable(run: Run, instance: ElementInstance, name: string): Json | undefined {
  for (let scope: ElementInstance | null = instance; scope !== null; scope = outer(run, scope)) {
    const value = entryOf(scope.variables, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * Writes variables into the nearest scope that has the name with another value, else into the process. A scope that has
 * the very same value lets it pass outwards: so does Zeebe 8.5.8 (measured), and a local variable that a worker gives
 * back unchanged then appears in the process.
 */
export function writeVariables(run: Run, from: ElementInstance, variables: JsonObject): void {
  for (const [name, value] of Object.entries(variables)) {
    let scope = from;
    while (scope.parent !== null && !differs(entryOf(scope.variables, name), value)) scope = scopeOf(run, scope);
    setLocal(scope, name, value);
  }
}

function differs(present: Json | undefined, value: Json): boolean {
  return present !== undefined && JSON.stringify(present) !== JSON.stringify(value);
}

export function setLocal(scope: ElementInstance, name: string, value: Json): void {
  // An assignment to `__proto__` would change the prototype instead of adding an entry.
  Object.defineProperty(scope.variables, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Everything that a worker or a form at this element can see. Inner scopes hide outer ones. */
export function visibleVariables(run: Pick<Run, 'state'>, instance: ElementInstance): JsonObject {
  const chain: ElementInstance[] = [];
  for (let scope: ElementInstance | null = instance; scope !== null; scope = outer(run, scope)) chain.unshift(scope);
  return Object.fromEntries(chain.flatMap((scope) => Object.entries(scope.variables)));
}

/** Evaluates in the scope of an element; `extra` are names in front of all scopes. Stuck where there is no value at all. */
export function evaluate(
  run: Run,
  instance: ElementInstance,
  expression: Expression,
  extra: JsonObject = {},
  type: 'EXTRACT_VALUE_ERROR' | 'IO_MAPPING_ERROR' = 'EXTRACT_VALUE_ERROR',
): Evaluated {
  const evaluated = expression.evaluate({
    now: run.now,
    lookup: (name) => {
      const json = entryOf(extra, name) ?? readVariable(run, instance, name);
      return json === undefined ? undefined : fromJson(json);
    },
  });
  if (evaluated.failure !== undefined) throw new Stuck(type, evaluated.failure);
  return evaluated;
}

/** Input mappings write into the element's own scope; a later one sees the earlier ones. */
export function mapInputs(run: Run, instance: ElementInstance, inputs: readonly Mapping[]): void {
  for (const { source, target } of inputs) {
    const value = toJson(evaluate(run, instance, source, {}, 'IO_MAPPING_ERROR').value);
    const [name = '', ...path] = target;
    setLocal(instance, name, placed(entryOf(instance.variables, name), path, value));
  }
}

/** Output mappings see the result of the job, which stays in the element itself, and write from `scope` outwards. */
export function mapOutputs(
  run: Run,
  instance: ElementInstance,
  scope: ElementInstance,
  outputs: readonly Mapping[],
): void {
  for (const [name, value] of Object.entries(instance.result ?? {})) setLocal(instance, name, value);
  for (const { source, target } of outputs) {
    const value = toJson(evaluate(run, instance, source, {}, 'IO_MAPPING_ERROR').value);
    const [name = '', ...path] = target;
    writeVariables(run, scope, Object.fromEntries([[name, placed(readVariable(run, scope, name), path, value)]]));
  }
}

// `a.b` keeps the other entries of `a`.
function placed(existing: Json | undefined, path: readonly string[], value: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const entries = isJsonObject(existing) ? existing : {};
  return { ...entries, ...Object.fromEntries([[name, placed(entryOf(entries, name), rest, value)]]) };
}

function outer(run: Pick<Run, 'state'>, scope: ElementInstance): ElementInstance | null {
  return scope.parent === null ? null : (run.state.instances[scope.parent] ?? null);
}
