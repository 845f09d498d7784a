import type { Sentence } from '../../../contract/rejections.js';
import type { Model } from '../model.js';
import type { ElementInstance, State } from '../state.js';
import type { Cycle } from '../timers/timers.js';
import { Stuck, type Run } from './run.js';
import { whenDue } from './waits.js';

/** When a start event starts its process, and how it goes on then. */
export interface StartTimer {
  readonly elementId: string;
  readonly due: Date;
  readonly cycle: Cycle | null;
}

export interface StartTimers {
  readonly timers: readonly StartTimer[];
  /** Start events whose time cannot be read; there is no variable that it could come from. */
  readonly problems: readonly { readonly elementId: string; readonly sentence: Sentence }[];
}

/** What a process that is put into force now waits for before it has an instance. */
export function startTimers(model: Model, now: Date): StartTimers {
  const timers: StartTimer[] = [];
  const problems: StartTimers['problems'][number][] = [];
  for (const { id: elementId, kind, containerId, event } of model.elements.values()) {
    const starts = kind.bpmnType === 'bpmn:StartEvent' && containerId === model.processId;
    if (!starts || event?.kind !== 'timer') continue;
    const { run, viewpoint } = nobody(model, now);
    try {
      timers.push({ elementId, ...whenDue(run, viewpoint, event) });
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      problems.push({ elementId, sentence: error.sentence });
    }
  }
  return { timers, problems };
}

/** The process before its first instance: a place from which no variable can be seen. */
function nobody(model: Model, now: Date): { readonly run: Run; readonly viewpoint: ElementInstance } {
  const root = { key: '0', elementId: model.processId, parent: null, role: 'element', phase: 'active' } as const;
  const viewpoint: ElementInstance = { ...root, variables: {} };
  const state: State = { status: 'active', rootKey: root.key, instances: { [root.key]: viewpoint } };
  const nextKey = () => {
    throw new Error('Nothing is made here');
  };
  return { run: { now, nextKey, model, state, effects: [], agenda: [] }, viewpoint };
}
