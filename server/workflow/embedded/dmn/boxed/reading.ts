import type { ModdleElement } from '../../compile/moddle.js';
import { idOf } from '../../compile/moddle.js';
import { isFeelProblem, parseFeel, parseUnaryTests, type FeelNames, type UnaryTests } from '../../feel/feel.js';
import type { FeelProblem } from '../../feel/problem.js';
import type { TypeTest } from '../../feel/types.js';
import type { Frame, Logic } from '../decision-model.js';
import type { Dialect } from '../../feel/dialect.js';
import type { DecisionReport } from '../finding-texts.js';
import { coerced, conforms, namesBelow, wrongType, type Type } from '../types.js';

/** What a boxed expression is read with. */
export interface Reading {
  readonly report: DecisionReport;
  readonly dialect: Dialect;
  /** Names that an expression sees at this place. */
  readonly names: FeelNames;
  /** Id of the nearest element that has one: whoever corrects the model finds the place by it. */
  readonly at: string;
  /** Types that the model defines, as FEEL asks for them (`x instance of tBetrag`). */
  readonly types: ReadonlyMap<string, TypeTest>;
  /** The type of a name; unknown names become a finding. */
  readonly typeNamed: (name: string | undefined, at: string) => Type;
}

/** Turns one kind of boxed expression into a closure. `read` is for the expressions inside. */
export type ReadBox = (node: ModdleElement, reading: Reading, read: ReadBox) => Logic;

/** The reading inside an element, which may have an id of its own. */
export function within(reading: Reading, node: ModdleElement): Reading {
  const id = idOf(node);
  return id === '' ? reading : { ...reading, at: id };
}

/** The reading with further names. */
export function knowing(reading: Reading, names: Readonly<Record<string, Type>>): Reading {
  const below = Object.entries(names).map(([name, type]) => [name, namesBelow(type)] as const);
  return { ...reading, names: { ...reading.names, ...Object.fromEntries(below) } };
}

/** A FEEL expression; null with a finding where it cannot be used. */
export function readFeelText(text: string, reading: Reading): Logic {
  const expression = parseFeel(text, reading.names, reading);
  if (isFeelProblem(expression)) return unusable(text, expression, reading);
  const { at } = reading;
  return (frame) => {
    const { value, missing, failure } = expression.evaluate(frame);
    if (failure !== undefined) return frame.evaluation.fail(at, failure);
    if (missing.length > 0) frame.evaluation.missing(at, missing);
    return value;
  };
}

/** The tests of a cell; an empty cell and `-` pass everything, written as undefined. */
export function readTests(text: string | undefined, reading: Reading): UnaryTests | undefined {
  if (text === undefined || text.trim() === '-') return undefined;
  const tests = parseUnaryTests(text, reading.names, reading);
  if (!isFeelProblem(tests)) return tests;
  unusable(text, tests, reading);
  return { source: text, test: () => ({ value: null, missing: [] }) };
}

/** The outcome as the declared type wants it; where it does not conform, the standard says null (10.3.2.9.4). */
export function coercing(logic: Logic, type: Type, { dialect, at }: Reading): Logic {
  if (dialect === 'zeebe' || type.kind === 'any') return logic;
  return (frame) => asType(logic(frame), type, frame, at);
}

/** The outcome of a decision: the one place where Zeebe holds a value against its type, without changing it. */
export function checking(logic: Logic, type: Type, reading: Reading): Logic {
  const { dialect, at } = reading;
  if (dialect === 'dmn' || type.kind === 'any') return coercing(logic, type, reading);
  return (frame) => {
    const value = logic(frame);
    return conforms(value, type) ? value : frame.evaluation.fail(at, wrongType);
  };
}

export function asType(value: ReturnType<Logic>, type: Type, { evaluation }: Pick<Frame, 'evaluation'>, at: string) {
  const result = coerced(value, type);
  return result === undefined ? evaluation.fail(at, wrongType) : result;
}

// The standard gives null to what cannot be read, an authority wants to know before it puts the model into force.
function unusable(source: string, { de, en }: FeelProblem, { report, dialect, at }: Reading): Logic {
  report.add('dmn.feel', at, { source, cause: de, causeEn: en }, dialect === 'dmn' ? 'warning' : 'error');
  return ({ evaluation }) => evaluation.fail(at, { de, en });
}
