import { signal } from '@angular/core';
import { isRefusal, type Answer, type Refusal } from './refusal.js';

/** What a sheet asks of the server: whether it is on its way, and what was said against it the last time. */
export class Asking {
  private readonly underWay = signal<'ready' | 'busy'>('ready');
  private readonly against = signal<Refusal | null>(null);
  readonly state = this.underWay.asReadonly();
  readonly refusal = this.against.asReadonly();

  /** Asks, unless something is on its way. @returns the answer; null where there is none, or a refusal, which is shown */
  async ask<Value extends object>(question: () => Promise<Answer<Value>>): Promise<Value | null> {
    if (this.underWay() === 'busy') return null;
    this.underWay.set('busy');
    const answer = await question();
    this.underWay.set('ready');
    this.against.set(isRefusal(answer) ? answer : null);
    return isRefusal(answer) ? null : answer;
  }
}
