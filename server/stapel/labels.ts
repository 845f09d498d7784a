import type { Sentence } from '../contract/rejections.js';
import type { StapelOperation } from '../contract/stapel-views.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import type { StapelStep } from './stapel.js';

const KNOWN: Readonly<Record<string, Operation>> = OPERATIONS;

/** The operation of a step. One that is not there is a bug: batches are written by the code that knows it. */
export function operationOf({ operation }: Pick<StapelStep, 'operation'>): Operation {
  const known = KNOWN[operation];
  if (!known) throw new Error(`No operation ${operation}`);
  return known;
}

/** The operation that takes a step back; null where there is none. */
export function wayBackOf(step: StapelStep): StapelOperation | null {
  return operationOf(step).reverse ?? null;
}

/** What a batch does, step by step. */
export function labelsOf(steps: readonly StapelStep[]): Sentence[] {
  return steps.map((step) => operationOf(step).label);
}
