import { startTimers, type StartTimer } from '../../../server/workflow/embedded/advance/start-timers.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Model } from '../../../server/workflow/embedded/model.js';
import { nextDue, repeated } from '../../../server/workflow/embedded/timers/timers.js';

/** Start events that wait for a time, as the store of the embedded engine keeps them in its table. */
export interface Starts {
  /** A version is in force now: its times count, and those of the version before no more. */
  replace(model: Model): void;
  fireNext(): 'fired' | 'nothing due';
}

interface Waiting extends StartTimer {
  readonly processId: string;
}

export function createStarts(
  begin: (processId: string, startId: string, variables: JsonObject) => unknown,
  now: () => Date,
): Starts {
  let waiting: Waiting[] = [];
  return {
    replace: (model) => {
      const { processId } = model;
      const opened = startTimers(model, now()).timers.map((timer) => ({ ...timer, processId }));
      waiting = [...waiting.filter((timer) => timer.processId !== processId), ...opened];
    },
    fireNext: () => {
      const [due] = waiting
        .filter((timer) => timer.due <= now())
        .sort((one, other) => Number(one.due) - Number(other.due));
      if (due === undefined) return 'nothing due';
      const cycle = due.cycle === null ? null : repeated(due.cycle);
      const next = cycle === null ? null : nextDue(cycle, now());
      waiting = waiting.filter((timer) => timer !== due);
      if (next !== null) waiting.push({ ...due, due: next, cycle });
      begin(due.processId, due.elementId, {});
      return 'fired';
    },
  };
}
