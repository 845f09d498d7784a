import { inject, Injectable } from '@angular/core';
import { ACTS, type ActInput, type ActOutput, type PersonActName } from '../../server/contract/acts.js';
import { ActSender } from './act-sender.js';
import { Done } from './done.js';
import { isRefusal, type Answer } from './refusal.js';

/**
 * Runs acts. One that can be taken back waits for a broken line and is done when it is there again; a final one is refused then,
 * with a sentence. Asked for twice before its answer is there, an act is done once: both get that answer.
 */
@Injectable({ providedIn: 'root' })
export class Acts {
  private readonly sender = inject(ActSender);
  private readonly done = inject(Done);
  private readonly underWay = new Map<string, Promise<unknown>>();

  /** @param object what the act was done to, as it shall stand in „Zuletzt getan“ */
  run<Name extends PersonActName>(name: Name, input: ActInput<Name>, object: string): Promise<Answer<ActOutput<Name>>> {
    const asked = `${name} ${JSON.stringify(input)}`;
    const first = this.underWay.get(asked) as Promise<Answer<ActOutput<Name>>> | undefined;
    if (first) return first;
    const answer = this.runOnce(name, input, object).finally(() => this.underWay.delete(asked));
    this.underWay.set(asked, answer);
    return answer;
  }

  /** Waits for an act on which a final one depends: not while the line is broken, or that one would be done later by itself. */
  whileConnected<Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> {
    return this.sender.whileConnected(answer);
  }

  private async runOnce<Name extends PersonActName>(
    name: Name,
    input: ActInput<Name>,
    object: string,
  ): Promise<Answer<ActOutput<Name>>> {
    const patience = ACTS[name].undo.kind === 'reversible' ? 'waits' : 'final';
    const answer = await this.sender.send<ActOutput<Name>>(name, input, patience);
    if (!isRefusal(answer)) this.done.add(name, input, answer, object);
    return answer;
  }
}
