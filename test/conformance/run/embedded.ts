import { modificationFindings } from '../../../server/workflow/embedded/advance/modification-findings.js';
import { compile } from '../../../server/workflow/embedded/compile.js';
import { decide as answerOf } from '../../../server/workflow/embedded/decide.js';
import { compileDecisions } from '../../../server/workflow/embedded/dmn/compile-decisions.js';
import type { DecisionModel } from '../../../server/workflow/embedded/dmn/decision-model.js';
import { broadcastIn, sendTo, type Family } from '../../../server/workflow/embedded/family.testing.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Model } from '../../../server/workflow/embedded/model.js';
import type { Command } from '../../../server/workflow/embedded/state.js';
import { emptyWorld, type World } from '../../../server/workflow/embedded/world.testing.js';
import { createPost } from './embedded-post.js';
import { createStarts } from './embedded-starts.js';
import type { Answer, EngineUnderTest, OpenIncident, OpenJob } from './engine.js';
import { instanceTrace, traceOf, visible } from './world-trace.js';

/** The pure core of the embedded engine with a memory instead of a database, and a clock that a case moves. */
export function createEmbedded(): EngineUnderTest {
  let now = new Date('2026-11-03T08:00:00Z');
  const decisions: DecisionModel[] = [];
  const decide = deciding(decisions, () => now);
  const family: Family = { models: new Map(), members: new Map(), lastKey: 0, effects: [], decide };
  const bytesOf = new Map<string, string>();
  const seen = new Map<string, JsonObject>();
  const clock = () => now;
  const post = createPost(family, send, begin, clock);
  const starts = createStarts(begin, clock);

  function send(world: World, command: Command): Answer {
    world.now = now;
    for (const member of family.members.values()) member.now = now;
    const outcome = sendTo(family, world, command);
    post.handOut();
    noteVariables(family, seen);
    return outcome;
  }

  function begin(processId: string, startId: string | null, variables: JsonObject): World | null {
    const model = family.models.get(processId);
    if (model === undefined) return null;
    const world = emptyWorld(model);
    send(world, { kind: 'start', startId, variables });
    return world;
  }

  // The same bytes again are no new version.
  function putInForce(model: Model, bytes: string): void {
    const { processId } = model;
    if (bytesOf.get(processId) === bytes) return;
    bytesOf.set(processId, bytes);
    family.models.set(processId, model);
    starts.replace(model);
  }

  // What the loops of the server do all the time.
  function fireDue(): void {
    do {
      for (let due = nextDue(); due !== undefined; due = nextDue()) {
        send(due.world, { kind: 'fireTimer', timer: due.timer });
      }
    } while (starts.fireNext() === 'fired');
  }

  function nextDue() {
    return members()
      .flatMap((world) => world.timers.map((timer) => ({ world, timer })))
      .filter(({ timer }) => timer.due <= now)
      .sort((one, other) => Number(one.timer.due) - Number(other.timer.due))[0];
  }

  // Every command is over when what it made due has happened.
  const answer = (outcome: Answer): Promise<Answer> => {
    fireDue();
    return Promise.resolve(outcome);
  };

  const members = (): World[] => [...family.members.values()];
  const workAt = ({ elementKey, key }: OpenJob) => ({ elementKey, jobKey: key });
  const owner = (elementKey: string): World | undefined =>
    members().find(({ state }) => state?.instances[elementKey] !== undefined);
  const ask = (elementKey: string, command: Command): Answer => {
    const world = owner(elementKey);
    return world === undefined ? 'gone' : send(world, command);
  };
  const newest = (elementId: string) =>
    members()
      .flatMap(({ state }) => Object.values(state?.status === 'active' ? state.instances : {}))
      .filter((instance) => instance.elementId === elementId)
      .sort((one, other) => Number(other.key) - Number(one.key))[0];

  return {
    deploy: async (files) => {
      const [rules, processes] = [files.filter(holdsDecisions), files.filter((xml) => !holdsDecisions(xml))];
      const decided = await Promise.all(rules.map((xml) => compileDecisions(xml)));
      const built = await Promise.all(processes.map((xml) => compile(xml)));
      const compiled = [...decided, ...built];
      const refused = compiled.flatMap((one) => (one.kind === 'refused' ? one.findings.map(({ at }) => at) : []));
      if (compiled.some(({ kind }) => kind === 'refused')) return [...new Set(refused)];
      for (const [index, one] of built.entries()) {
        if (one.kind === 'refused') continue;
        for (const model of one.models) putInForce(model, processes[index] ?? '');
      }
      decisions.push(...decided.flatMap((one) => (one.kind === 'compiled' ? [one.model] : [])));
      fireDue();
      return 'deployed';
    },
    instant: (seconds) => new Date(now.getTime() + seconds * 1000).toISOString(),
    start: (processId, variables) => {
      const startId = family.models.get(processId)?.elements.get(processId)?.container?.startId;
      if (startId == null) return answer(family.models.has(processId) ? 'blocked' : 'gone');
      begin(processId, null, variables);
      return answer('done');
    },
    complete: (job, variables) => answer(ask(job.elementKey, { kind: 'completeJob', ...workAt(job), variables })),
    fail: (job, retries, seconds) => {
      const failure = { retries, backOffMs: seconds * 1000, message: 'kaputt' };
      return answer(ask(job.elementKey, { kind: 'failJob', ...workAt(job), ...failure }));
    },
    throwError: (job, code, variables) =>
      answer(ask(job.elementKey, { kind: 'throwError', ...workAt(job), code, message: code, variables })),
    publish: (message) => answer(post.publish(message)),
    broadcast: (signal, variables) => {
      for (const member of family.members.values()) member.now = now;
      broadcastIn(family, signal, variables);
      post.handOut();
      noteVariables(family, seen);
      return answer('done');
    },
    passTime: (seconds) => {
      now = new Date(now.getTime() + seconds * 1000);
      fireDue();
      return Promise.resolve();
    },
    resolve: ({ elementKey, key }, retries) =>
      answer(ask(elementKey, { kind: 'resolveIncident', elementKey, incidentKey: key, retries })),
    setVariables: (elementId, variables, local) => {
      const key = newest(elementId)?.key;
      return answer(key === undefined ? 'gone' : ask(key, { kind: 'setVariables', scopeKey: key, variables, local }));
    },
    cancel: () => {
      const root = members().find(({ state }) => state?.status === 'active' && state.parent === undefined);
      return answer(root === undefined ? 'gone' : send(root, { kind: 'cancel' }));
    },
    modify: (end, start) => {
      const root = members().find(({ state }) => state?.status === 'active' && state.parent === undefined);
      if (root?.state == null) return answer('gone');
      const command = {
        kind: 'modify',
        terminate: end.map((id) => newest(id)?.key ?? '0'),
        activate: start.map((elementId) => ({ elementId, ancestorKey: null, variables: [] })),
      } as const;
      const findings = modificationFindings(root.model, root.state, command);
      return answer(findings.length > 0 ? 'refused' : send(root, command));
    },
    openJobs: () =>
      members().flatMap((world) =>
        world.jobs
          .filter(({ retries, backOffUntil }) => retries > 0 && (backOffUntil === null || backOffUntil <= now))
          .map((job) => ({ ...traceOf(job, visible(world, job)), key: job.key, elementKey: job.elementKey })),
      ),
    openIncidents: () =>
      members().flatMap(({ incidents }) =>
        incidents.map((one): OpenIncident => ({ ...one, at: one.elementId, jobKey: one.jobKey })),
      ),
    trace: () => members().map((world) => instanceTrace(world, seen)),
    close: () => Promise.resolve(),
  };
}

function holdsDecisions(xml: string): boolean {
  return xml.includes('<decision ');
}

function deciding(models: readonly DecisionModel[], now: () => Date): NonNullable<Family['decide']> {
  return (decisionId, variables) => {
    const model = models.find(({ decisions }) => decisions.has(decisionId));
    return model === undefined ? { kind: 'not deployed' } : answerOf(model, decisionId, variables, now());
  };
}

function noteVariables(family: Family, seen: Map<string, JsonObject>): void {
  for (const world of family.members.values()) {
    for (const job of world.jobs) if (!seen.has(job.key)) seen.set(job.key, visible(world, job));
  }
}
