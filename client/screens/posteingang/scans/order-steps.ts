import type { PageOrder } from './page-order.js';

/** More than anybody remembers; an order shares its unchanged letters with the one before. */
const REMEMBERED = 100;

/** An order of pages, and the ones before it that can be had again. */
export interface OrderSteps {
  readonly now: PageOrder;
  readonly before: readonly PageOrder[];
}

/** Nothing done yet. */
export function firstStep(now: PageOrder): OrderSteps {
  return { now, before: [] };
}

/** Goes on; what changes nothing is no step. */
export function stepTo(steps: OrderSteps, next: PageOrder): OrderSteps {
  if (next === steps.now) return steps;
  return { now: next, before: [...steps.before, steps.now].slice(-REMEMBERED) };
}

/** Takes the last step back; the same where there is none. */
export function stepBack({ now, before }: OrderSteps): OrderSteps {
  return { now: before.at(-1) ?? now, before: before.slice(0, -1) };
}
