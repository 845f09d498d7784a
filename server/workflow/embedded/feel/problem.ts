import type { Sentence } from '../../../contract/rejections.js';

/** Why an expression cannot be used. Found when a model is deployed, never while it runs. */
export interface FeelProblem extends Sentence {
  readonly code: 'feel.syntax' | 'feel.unsupported' | 'feel.arguments' | 'feel.limit';
}

/** Thrown inside the compiler to leave the recursion; `parseFeel` turns it into a value. */
export class Uncompilable extends Error {
  readonly problem: FeelProblem;

  constructor(problem: FeelProblem) {
    super(problem.en);
    this.problem = problem;
  }
}

/** Why an evaluation has no value: an assertion that does not hold, a function without a result, or too much work. */
export interface FeelFailure extends Sentence {
  readonly code: 'feel.assertion' | 'feel.result' | 'feel.work';
}

/** Thrown inside closures to leave the evaluation; `evaluate` turns it into a value. */
export class Failed extends Error {
  readonly failure: FeelFailure;

  constructor(failure: FeelFailure) {
    super(failure.en);
    this.failure = failure;
  }
}

export function unsupported(what: string): Uncompilable {
  return new Uncompilable({
    code: 'feel.unsupported',
    de: `Der Ausdruck verwendet „${what}“; das wird nicht unterstützt.`,
    en: `The expression uses “${what}”, which is not supported.`,
  });
}

export function wrongArguments(name: string, expected: string): Uncompilable {
  return new Uncompilable({
    code: 'feel.arguments',
    de: `Die Funktion „${name}“ erwartet die Angaben (${expected}).`,
    en: `The function “${name}” expects the arguments (${expected}).`,
  });
}

export function tooMuchWork(): Failed {
  return new Failed({
    code: 'feel.work',
    de: 'Der Ausdruck rechnet zu lange oder sein Ergebnis ist zu groß. Abhilfe: weniger Wiederholungen oder kürzere Listen und Texte.',
    en: 'The expression computes for too long, or its result is too large. Remedy: fewer repetitions, or shorter lists and texts.',
  });
}

export function noResult(name: string): Failed {
  return new Failed({
    code: 'feel.result',
    de: `„${name}“ hat für diese Werte kein Ergebnis. Abhilfe: die Werte vorher prüfen, zum Beispiel mit „if“.`,
    en: `“${name}” has no result for these values. Remedy: test the values before, for example with “if”.`,
  });
}

export function assertionFailed(cause: string | null): Failed {
  return new Failed({
    code: 'feel.assertion',
    de: `Die Zusicherung im Ausdruck gilt nicht${cause === null ? '.' : `: ${cause}`}`,
    en: `The assertion in the expression does not hold${cause === null ? '.' : `: ${cause}`}`,
  });
}
