import { reject, type Rejection } from '../../contract/rejections.js';
import type { Finding } from '../../contract/finding.js';
import type { Transaction } from '../../platform/transaction.js';
import type { InstanceOperations, TokenMove } from '../process-engine.js';
import { modificationFindings } from './advance/modification-findings.js';
import type { EngineParts } from './engine-parts.js';
import { execute, startInstance } from './execute.js';
import { migrateInstance } from './migrate-instance.js';
import type { Command, Modification } from './state.js';
import { storableVariables } from './storable-variables.js';
import { claimJob } from './store/claim.store.js';
import { definitionOf } from './store/definition.store.js';
import { lockInstance, type InstanceRow } from './store/instance.store.js';

/** What people who operate processes do with single instances. */
export function createOperations(parts: EngineParts): InstanceOperations {
  return {
    start: async (tx, { processId, version, businessKey, variables }) => {
      const found = await definitionOf(tx, processId, version ?? null);
      if (found?.startId == null) return reject('workflow.notStartable', { processId });
      const start = { definitionKey: found.key, processId, startId: null, businessKey, startKey: null };
      return { instanceKey: await startInstance(tx, parts, { ...start, variables: storableVariables(variables) }) };
    },
    cancel: async (tx, { instanceKey }) => {
      const instance = await running(tx, instanceKey);
      if (!instance) return 'gone';
      if (instance.state.parent) return reject('workflow.calledInstance');
      return orGone(await execute(tx, parts, instance, { kind: 'cancel' }));
    },
    modify: async (tx, move) => {
      const instance = await running(tx, move.instanceKey);
      if (!instance) return 'gone';
      const { model } = await parts.models.of(tx, instance.definitionKey);
      const modification = modificationOf(move);
      const findings = modificationFindings(model, instance.state, modification);
      if (findings.length > 0) return notPossible(findings);
      return orGone(await execute(tx, parts, instance, modification));
    },
    migrate: async (tx, { instanceKey, version, mapping, effect }) => {
      const instance = await running(tx, instanceKey);
      if (!instance) return 'gone';
      const target = await definitionOf(tx, instance.processId, version);
      if (!target) return reject('workflow.versionUnknown', { version });
      const outcome = await migrateInstance(tx, parts, instance, target.key, mapping, effect);
      return outcome.kind === 'refused' ? notPossible(outcome.findings) : { warnings: outcome.warnings };
    },
    setVariables: async (tx, { instanceKey, scopeKey, variables, local }) => {
      const instance = await running(tx, instanceKey);
      const storable = storableVariables(variables);
      if (!instance) return 'gone';
      return orGone(await execute(tx, parts, instance, { kind: 'setVariables', scopeKey, variables: storable, local }));
    },
    evaluateDecision: async (tx, { decisionId, variables }) => {
      const given = storableVariables(variables);
      const outcome = await parts.models.decisions.evaluate(tx, decisionId, given, tx.clock.now());
      return outcome ?? reject('workflow.decisionUnknown', { decisionId });
    },
    failJob: (tx, { jobKey, retries, backOffMs, message }) =>
      onJob(tx, parts, jobKey, { kind: 'failJob', retries, backOffMs, message }),
    throwError: (tx, { jobKey, code, message, variables }) =>
      onJob(tx, parts, jobKey, { kind: 'throwError', code, message, variables: storableVariables(variables) }),
  };
}

type JobCommand = Extract<Command, { jobKey: string }>;
type WithoutKeys<Kind> = Kind extends JobCommand ? Omit<Kind, 'jobKey' | 'elementKey'> : never;

/** Tells an instance about one of its jobs. */
export async function onJob(
  tx: Transaction,
  parts: EngineParts,
  jobKey: string,
  command: WithoutKeys<JobCommand>,
): Promise<'done' | 'gone' | 'blocked'> {
  const claimed = await claimJob(tx, jobKey);
  if (!claimed) return 'gone';
  const { instance, work, firstKey } = claimed;
  return execute(tx, parts, instance, { ...command, jobKey, elementKey: work.elementKey }, firstKey);
}

async function running(tx: Transaction, instanceKey: string): Promise<InstanceRow | null> {
  const instance = await lockInstance(tx, instanceKey);
  if (instance?.state.status !== 'active') return null;
  tx.correlationId = instance.correlationId;
  return instance;
}

function modificationOf({ terminate, activate }: TokenMove): Modification {
  return {
    kind: 'modify',
    terminate,
    activate: activate.map(({ elementId, variables }) => ({
      elementId,
      ancestorKey: null,
      variables: [{ scopeId: elementId, variables: storableVariables(variables) }],
    })),
  };
}

function notPossible(findings: readonly Finding[]): Rejection {
  const reasons = findings.map(({ at, de, en }) => reject('workflow.operationFinding', { at: at || '–', de, en }));
  return reject('workflow.notPossible', { count: findings.length }, reasons);
}

function orGone(outcome: 'done' | 'gone' | 'blocked'): 'done' | 'gone' {
  return outcome === 'done' ? 'done' : 'gone';
}
