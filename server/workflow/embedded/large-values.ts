import { createHash } from 'node:crypto';
import type { Json } from './json.js';
import type { ElementInstance, Key, State } from './state.js';

/** A state as the database keeps it: variables that are too large lie beside it, by element instance and name. */
export interface StoredState extends State {
  readonly large?: Readonly<Record<Key, Readonly<Record<string, string>>>>;
}

/** Every command writes the state again. PostgreSQL moves a row out of its page from 2 kB on and packs it from there. */
const LARGE_CHARACTERS = 8_192;
/** A state of more than this has many entries of middling size, as a loop over 500 of them: then those leave it, too. */
const CROWDED_CHARACTERS = 65_536;
const LARGE_AMONG_MANY_CHARACTERS = 512;

/** The state as text without its large values, and these as text by their SHA-256. */
export function splitLarge(state: State): { readonly stored: string; readonly values: ReadonlyMap<string, string> } {
  const values = new Map<string, string>();
  const whole = JSON.stringify(state);
  if (whole.length <= LARGE_CHARACTERS) return { stored: whole, values };
  const limit = whole.length > CROWDED_CHARACTERS ? LARGE_AMONG_MANY_CHARACTERS : LARGE_CHARACTERS;
  const large: Record<Key, Record<string, string>> = {};
  const instances = Object.entries(state.instances).map(([key, instance]) => {
    const { small, hashes } = split(instance, values, limit);
    if (hashes.length > 0) large[key] = Object.fromEntries(hashes);
    return [key, { ...instance, variables: small }] as const;
  });
  if (values.size === 0) return { stored: whole, values };
  return { stored: JSON.stringify({ ...state, instances: Object.fromEntries(instances), large }), values };
}

/** The state as it was before `splitLarge`. Throws where a value is missing. */
export function joinLarge({ large = {}, ...state }: StoredState, values: ReadonlyMap<string, Json>): State {
  for (const [key, names] of Object.entries(large)) {
    const instance = state.instances[key];
    if (instance === undefined) throw new Error(`A large value of ${key}, which is not there`);
    const found = Object.entries(names).map(([name, sha256]) => {
      const value = values.get(sha256);
      if (value === undefined) throw new Error(`The large value ${sha256} of ${name} is lost`);
      return [name, value] as const;
    });
    instance.variables = Object.fromEntries([...Object.entries(instance.variables), ...found]);
  }
  return state;
}

function split({ variables }: ElementInstance, values: Map<string, string>, limit: number) {
  const hashes: [string, string][] = [];
  const small = Object.entries(variables).filter(([name, value]) => {
    const text = JSON.stringify(value);
    if (text.length <= limit) return true;
    const sha256 = createHash('sha256').update(text).digest('hex');
    values.set(sha256, text);
    hashes.push([name, sha256]);
    return false;
  });
  return { small: Object.fromEntries(small), hashes };
}
