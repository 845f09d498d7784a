import type { ElementEvent } from '../history.store.js';
import type {
  CreatedJob,
  Effect,
  Key,
  OpenTimer,
  RaisedIncident,
  SignalSubscription,
  State,
  Subscription,
} from './state.js';

export interface JobUpdate {
  readonly key: Key;
  readonly retries: number;
  readonly backOffUntil: Date | null;
}

/** What one command changes in the tables, without what it made and removed again. */
export interface Writes {
  readonly jobs: (CreatedJob & { backOffUntil: Date | null })[];
  readonly jobUpdates: JobUpdate[];
  readonly timers: OpenTimer[];
  readonly subscriptions: Subscription[];
  readonly signals: SignalSubscription[];
  readonly incidents: RaisedIncident[];
  readonly removed: {
    readonly jobs: Key[];
    readonly timers: Key[];
    readonly incidents: Key[];
    /** Elements whose timers and subscriptions end. */
    readonly waitsOf: Key[];
    /** Elements with which everything ends that they own. */
    readonly elements: Key[];
  };
  readonly history: Pick<ElementEvent, 'elementKey' | 'elementId' | 'kind' | 'detail'>[];
}

/**
 * Sums up the effects of one command, in their order. Most of what a token meets on its way is made and ended within one
 * command, and none of that has to be written.
 *
 * @param before state before the command; it knows the elements of incidents that were resolved
 */
export function writesOf(effects: readonly Effect[], before: State | null): Writes {
  const writes: Writes = {
    jobs: [],
    jobUpdates: [],
    timers: [],
    subscriptions: [],
    signals: [],
    incidents: [],
    removed: { jobs: [], timers: [], incidents: [], waitsOf: [], elements: [] },
    history: [],
  };
  for (const effect of effects) add(writes, effect, before);
  return writes;
}

function add(writes: Writes, effect: Effect, before: State | null): void {
  const { jobs, timers, subscriptions, signals, incidents, removed } = writes;
  switch (effect.kind) {
    case 'elementEntered':
      writes.history.push({ elementKey: effect.key, elementId: effect.elementId, kind: 'entered', detail: null });
      return;
    case 'elementEnded':
      return endElement(writes, effect);
    case 'jobCreated':
      jobs.push({ ...effect.job, backOffUntil: null });
      return;
    case 'jobUpdated':
      return updateJob(writes, effect);
    case 'jobClosed':
      if (!take(jobs, ({ key }) => key === effect.key)) removed.jobs.push(effect.key);
      return;
    case 'timerOpened':
      timers.push(effect.timer);
      return;
    case 'timerClosed':
      if (!take(timers, ({ key }) => key === effect.key)) removed.timers.push(effect.key);
      return;
    case 'messageAwaited':
      subscriptions.push(effect.subscription);
      return;
    case 'signalAwaited':
      signals.push(effect.subscription);
      return;
    case 'waitsClosed': {
      const waits = ({ elementKey }: { readonly elementKey: Key }) => elementKey === effect.elementKey;
      while (take(timers, waits) || take(subscriptions, waits) || take(signals, waits));
      removed.waitsOf.push(effect.elementKey);
      return;
    }
    case 'incidentRaised':
      incidents.push(effect.incident);
      writes.history.push(incidentLine(effect.incident));
      return;
    case 'incidentClosed':
      if (!take(incidents, ({ key }) => key === effect.key)) removed.incidents.push(effect.key);
      return resolveLine(writes, effect.key, before);
    // Followed by the store once the rows are written.
    case 'childCalled':
    case 'childCancelled':
    case 'errorPropagated':
    case 'escalationPropagated':
    case 'signalBroadcast':
    case 'instanceEnded':
    // Only a migration says these, and it is written in its own way.
    case 'elementMigrated':
    case 'waitMoved':
      return;
  }
}

function endElement(writes: Writes, { key, elementId, outcome }: Extract<Effect, { kind: 'elementEnded' }>): void {
  const { jobs, timers, subscriptions, signals, incidents, removed, history } = writes;
  const owned = ({ elementKey }: { readonly elementKey: Key }) => elementKey === key;
  while ([jobs, timers, subscriptions, signals, incidents].some((made) => take(made, owned)));
  const entered = history.findIndex((line) => line.elementKey === key && line.kind === 'entered');
  if (entered === -1) removed.elements.push(key);
  if (entered !== -1 && outcome === 'completed')
    history[entered] = { elementKey: key, elementId, kind: 'passed', detail: null };
  else history.push({ elementKey: key, elementId, kind: outcome, detail: null });
}

function updateJob({ jobs, jobUpdates }: Writes, { key, retries, backOffUntil }: JobUpdate): void {
  const created = jobs.findIndex((job) => job.key === key);
  const job = jobs[created];
  if (job !== undefined) jobs[created] = { ...job, retries, backOffUntil };
  else jobUpdates.push({ key, retries, backOffUntil });
}

function incidentLine({ elementKey, elementId, key, type, message }: RaisedIncident): Writes['history'][number] {
  return { elementKey, elementId, kind: 'incident', detail: { key, type, message } };
}

function resolveLine({ history }: Writes, key: Key, before: State | null): void {
  const element = Object.values(before?.instances ?? {}).find(({ incident }) => incident?.key === key);
  if (element === undefined) return;
  history.push({ elementKey: element.key, elementId: element.elementId, kind: 'resolved', detail: { key } });
}

/** Takes the first entry that fits off the list. */
function take<Entry>(entries: Entry[], fits: (entry: Entry) => boolean): boolean {
  const at = entries.findIndex(fits);
  if (at !== -1) entries.splice(at, 1);
  return at !== -1;
}
