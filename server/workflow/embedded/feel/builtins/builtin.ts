import type { Scope } from '../scope.js';
import { isNumber, type Decimal, type FeelList, type FeelValue } from '../values.js';

/** A function of the language. A wrong kind of argument gives null, a wrong number of them is refused at deployment. */
export interface Builtin {
  readonly name: string;
  /** The names of the parameters, for each way to call it. */
  readonly signatures: readonly (readonly string[])[];
  readonly arity: { includes(count: number): boolean };
  /** Whether it takes any number of arguments. */
  readonly variadic: boolean;
  /** Whether an absent variable as argument is what the function asks about, and so no fault. */
  readonly absent: 'allowed' | 'reported';
  /** What of the texts that are given as literals (null for other arguments) cannot be done; null where all can. */
  readonly refuses?: (literals: readonly (string | null)[]) => string | null;
  readonly apply: (given: FeelList, scope: Scope) => FeelValue;
}

type Apply = Builtin['apply'];

/**
 * `signature` is written like the call: `substring(string, start position, length?)`; `…` takes any number, `|` parts
 * further ways to call it.
 */
export function define(signature: string, apply: Apply, absent: Builtin['absent'] = 'reported'): Builtin {
  const open = signature.indexOf('(');
  const ways = signature
    .split('|')
    .map((way) => way.slice(way.indexOf('(') + 1, -1).split(', '))
    .map((way) => way.filter((parameter) => parameter !== ''));
  const fits = (way: readonly string[], count: number) => {
    const required = way.filter((parameter) => !/[?…]$/.test(parameter)).length;
    return count >= required && (count <= way.length || way.some((parameter) => parameter.endsWith('…')));
  };
  return {
    name: signature.slice(0, open),
    signatures: ways.map((way) => way.map((parameter) => parameter.replace(/[?…]$/, ''))),
    variadic: signature.includes('…'),
    arity: { includes: (count) => ways.some((way) => fits(way, count)) },
    absent,
    apply,
  };
}

export function onText(work: (text: string, ...others: FeelValue[]) => FeelValue): Apply {
  return ([first, ...others]) => {
    const text = textIn(first);
    return text === null ? null : work(text, ...others);
  };
}

export function onTexts(work: (text: string, other: string) => FeelValue): Apply {
  return ([first, second]) => {
    const [text, other] = [textIn(first), textIn(second)];
    return text === null || other === null ? null : work(text, other);
  };
}

export function onNumber(work: (number: Decimal, ...others: FeelValue[]) => FeelValue): Apply {
  return ([first, ...others]) => {
    const number = numberIn(first);
    return number === null ? null : work(number, ...others);
  };
}

export function textIn(value: FeelValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberIn(value: FeelValue | undefined): Decimal | null {
  return value !== undefined && value !== null && isNumber(value) ? value : null;
}

export function numbersIn(values: FeelList): readonly Decimal[] | null {
  const numbers: Decimal[] = [];
  for (const value of values) {
    if (value === null || !isNumber(value)) return null;
    numbers.push(value);
  }
  return numbers;
}
