import type { Id } from '../contract/views.js';
import { isId } from '../platform/ids.js';

type Variables = Readonly<Record<string, unknown>>;

/** A variable that must hold an id. Throws where the model lost it: the job fails and becomes an incident. */
export function idVariable(variables: Variables, name: string): Id {
  const value = variables[name];
  if (typeof value !== 'string' || !isId(value)) throw new Error(`The variable ${name} holds no id`);
  return value;
}

/** A variable that must hold a text. Throws where it does not. */
export function textVariable(variables: Variables, name: string): string {
  const value = variables[name];
  if (typeof value !== 'string') throw new Error(`The variable ${name} holds no text`);
  return value;
}
