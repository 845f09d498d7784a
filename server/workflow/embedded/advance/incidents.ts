import type { Command, ElementInstance } from '../state.js';
import type { Run, Stuck } from './run.js';

/** Stops a token until a person has helped. */
export function raise(run: Run, instance: ElementInstance, { type, sentence }: Stuck): void {
  const key = run.nextKey();
  instance.incident = { key, type };
  run.effects.push({
    kind: 'incidentRaised',
    incident: {
      key,
      elementKey: instance.key,
      elementId: instance.elementId,
      type,
      message: sentence,
      jobKey: instance.job?.key ?? null,
    },
  });
}

/** Lets a token try again what it could not do: its step, or the work of its job with new retries. */
export function resolve(run: Run, command: Extract<Command, { kind: 'resolveIncident' }>): 'gone' | undefined {
  const instance = run.state.instances[command.elementKey];
  if (instance?.incident === undefined || instance.incident.key !== command.incidentKey) return 'gone';
  delete instance.incident;
  run.effects.push({ kind: 'incidentClosed', key: command.incidentKey });
  if (instance.job === undefined) {
    run.agenda.push({ kind: stepOf[instance.phase], key: instance.key });
    return undefined;
  }
  const { key } = instance.job;
  const retries = Math.max(1, command.retries);
  instance.job = { ...instance.job, retries };
  run.effects.push({ kind: 'jobUpdated', key, retries, backOffUntil: null });
  return undefined;
}

const stepOf = { opening: 'open', entering: 'enter', active: 'enter', leaving: 'leave' } as const;
