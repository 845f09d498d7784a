import { signal } from '@angular/core';
import { isRefusal, type Answer, type Refusal } from './refusal.js';
import { stillHere } from './still-here.js';

/**
 * What a sheet asks of the server: whether it is on its way, and what was said against it the last time. Made in an injection
 * context: once the sheet is gone, no answer comes any more.
 */
export class Asking {
  private readonly underWay = signal<'ready' | 'busy'>('ready');
  private readonly stillHere: () => boolean;
  private readonly against = signal<Refusal | null>(null);
  readonly state = this.underWay.asReadonly();
  readonly refusal = this.against.asReadonly();

  /** @param here whether the sheet is still shown; to be given where this is made outside an injection context */
  constructor(here = stillHere()) {
    this.stillHere = here;
  }

  /** Asks, unless something is on its way. @returns the answer; null where there is none, nobody to take it, or a refusal, which is shown */
  async ask<Value extends object>(question: () => Promise<Answer<Value>>): Promise<Value | null> {
    if (this.underWay() === 'busy') return null;
    this.underWay.set('busy');
    const answer = await question();
    if (!this.stillHere()) return null;
    this.underWay.set('ready');
    this.against.set(isRefusal(answer) ? answer : null);
    return isRefusal(answer) ? null : answer;
  }
}
