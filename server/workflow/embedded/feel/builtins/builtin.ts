import type { Scope } from '../scope.js';
import { isNumber, type Decimal, type FeelList, type FeelValue } from '../values.js';

/** A function of the language. A wrong kind of argument gives null, a wrong number of them is refused at deployment. */
export interface Builtin {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly arity: { includes(count: number): boolean };
  /** Whether an absent variable as argument is what the function asks about, and so no fault. */
  readonly absent: 'allowed' | 'reported';
  readonly apply: (given: FeelList, scope: Scope) => FeelValue;
}

type Apply = Builtin['apply'];

/** `signature` is written like the call: `substring(string, start position, length?)`; `…` takes any number. */
export function define(signature: string, apply: Apply, absent: Builtin['absent'] = 'reported'): Builtin {
  const open = signature.indexOf('(');
  const name = signature.slice(0, open);
  const declared = signature
    .slice(open + 1, -1)
    .split(', ')
    .filter((parameter) => parameter !== '');
  const parameters = declared.map((parameter) => parameter.replace(/[?…]$/, ''));
  const required = declared.filter((parameter) => !/[?…]$/.test(parameter)).length;
  const most = signature.includes('…') ? Infinity : declared.length;
  return { name, parameters, arity: { includes: (count) => count >= required && count <= most }, absent, apply };
}

export function onText(work: (text: string, ...others: FeelValue[]) => FeelValue): Apply {
  return ([first, ...others]) => (typeof first === 'string' ? work(first, ...others) : null);
}

export function onTexts(work: (text: string, other: string) => FeelValue): Apply {
  return ([first, second]) => (typeof first === 'string' && typeof second === 'string' ? work(first, second) : null);
}

export function onNumber(work: (number: Decimal, ...others: FeelValue[]) => FeelValue): Apply {
  return ([first, ...others]) =>
    first !== undefined && first !== null && isNumber(first) ? work(first, ...others) : null;
}

export function numbersIn(values: FeelList): readonly Decimal[] | null {
  const numbers: Decimal[] = [];
  for (const value of values) {
    if (value === null || !isNumber(value)) return null;
    numbers.push(value);
  }
  return numbers;
}
