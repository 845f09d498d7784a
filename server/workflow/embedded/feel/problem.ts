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

export function unsupported(what: string): Uncompilable {
  return new Uncompilable({
    code: 'feel.unsupported',
    de: `Der Ausdruck verwendet „${what}“; das wird noch nicht unterstützt.`,
    en: `The expression uses “${what}”, which is not supported yet.`,
  });
}

export function wrongArguments(name: string, expected: string): Uncompilable {
  return new Uncompilable({
    code: 'feel.arguments',
    de: `Die Funktion „${name}“ erwartet die Angaben (${expected}).`,
    en: `The function “${name}” expects the arguments (${expected}).`,
  });
}
