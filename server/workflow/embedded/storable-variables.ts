import type { Variables } from '../process-engine.js';
import type { Json, JsonObject } from './json.js';

/** What Zeebe takes at a start or a completion (engine.md, section 8); beyond it a model would run here and not there. */
const LARGEST_BYTES = 2 * 1024 * 1024;
/** Deeper data than this is no form and no invoice; the limit keeps it from filling the stack. */
const DEEPEST = 100;

/**
 * Variables as the engine may keep them. Throws a plain sentence where they cannot be kept: a text with NUL (PostgreSQL
 * stores none), something that is not JSON, or more than 2 MB. The job then fails visibly, and the state is unchanged.
 */
export function storableVariables(variables: Variables): JsonObject {
  const json = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, storable(value, name, 1)]));
  const size = Buffer.byteLength(JSON.stringify(json));
  if (size > LARGEST_BYTES) throw new Error(`The variables have ${size} bytes; ${LARGEST_BYTES} are possible`);
  return json;
}

// NUL, and halves of characters, which PostgreSQL refuses as JSON.
const unstorable = /\0|\p{Surrogate}/u;

function storable(value: unknown, name: string, depth: number): Json {
  if (depth > DEEPEST) throw new Error(`The variable ${name} is nested too deeply`);
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && !unstorable.test(value)) return value;
  if (isArray(value)) return value.map((entry) => storable(entry, name, depth + 1));
  if (typeof value === 'object' && isPlain(value)) {
    if (Object.keys(value).some((key) => unstorable.test(key))) throw unkeepable(name);
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, storable(entry, name, depth + 1)] as const),
    );
  }
  throw unkeepable(name);
}

function unkeepable(name: string): Error {
  return new Error(`The variable ${name} holds something that cannot be kept`);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
