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

/** What the model says in a header of the step. Throws where it does not: no retry helps, and the incident names it. */
export function headerText({ headers }: { headers: Readonly<Record<string, string>> }, name: string): string {
  const value = headers[name]?.trim();
  if (!value) throw new Error(`The step has no header ${name}`);
  return value;
}

/** A header with a closed list of values; the first one where the model says nothing. */
export function headerChoice<Choice extends string>(
  { headers }: { headers: Readonly<Record<string, string>> },
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = headers[name]?.trim() || choices[0];
  const found = choices.find((choice) => choice === value);
  if (!found) throw new Error(`The header ${name} is „${value}“; possible are ${choices.join(', ')}`);
  return found;
}
