import { readFileSync } from 'node:fs';
import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import { projectPath } from '../../platform/project-path.js';
import type { Transaction } from '../../platform/transaction.js';
import type { CreatedTask, JobWorkers, Message, Projector, Variables } from '../process-engine.js';
import { createEmbeddedEngine, createEngineLoops, type EmbeddedEngine } from './index.js';

/** The engine on a real PostgreSQL, with a list of tasks in place of the inbox. */
export interface EngineBench {
  readonly bench: Workbench;
  readonly engine: EmbeddedEngine;
  readonly loops: ReturnType<typeof createEngineLoops>;
  /** Open user tasks as the projector was told of them, over all instances. */
  readonly tasks: Map<string, CreatedTask>;
  readonly ended: string[];
  readonly incidents: { instanceKey: string; elementId: string; type: string }[];
  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  publish(message: Partial<Message> & { name: string; correlationKey: string }): Promise<'accepted' | 'duplicate'>;
  complete(jobKey: string, variables?: Variables): Promise<'done' | 'gone' | 'blocked'>;
  /** The open task at an element of the instances of one Vorgang; the first by key. */
  taskAt(vorgangId: string, elementId: string): CreatedTask;
  tasksOf(vorgangId: string): string[];
  rows(table: string): Promise<number>;
}

export async function openEngineBench(workers: JobWorkers = {}): Promise<EngineBench> {
  const bench = await openWorkbench();
  const tasks = new Map<string, CreatedTask>();
  const ended: string[] = [];
  const incidents: EngineBench['incidents'] = [];
  const engine = createEmbeddedEngine({
    projector: listing(tasks, ended, incidents),
    workers,
    onWork: () => undefined,
  });
  const { database, runner, clock, system } = bench;
  const inTransaction: EngineBench['inTransaction'] = async (work) => {
    const result = await runner.transaction(system, async (tx) => ({ value: await work(tx) }));
    if (isRejection(result)) throw new Error(result.message.en);
    return result.value;
  };
  const tasksOf = (vorgangId: string) =>
    [...tasks.values()].filter(({ variables }) => variables['vorgangId'] === vorgangId);
  return {
    bench,
    engine,
    loops: createEngineLoops({ database, runner, clock, engine }),
    tasks,
    ended,
    incidents,
    inTransaction,
    publish: ({ name, correlationKey, messageId = newId(), ttlMs = 60_000, variables = {} }) =>
      inTransaction((tx) => engine.publish(tx, { name, correlationKey, messageId, ttlMs, variables })),
    complete: (jobKey, variables = {}) => inTransaction((tx) => engine.completeTask(tx, { jobKey, variables })),
    taskAt: (vorgangId, elementId) => {
      const found = tasksOf(vorgangId).find((task) => task.elementId === elementId);
      if (!found)
        throw new Error(
          `No task at ${elementId}; there are ${tasksOf(vorgangId)
            .map((task) => task.elementId)
            .join(', ')}`,
        );
      return found;
    },
    tasksOf: (vorgangId) =>
      tasksOf(vorgangId)
        .map(({ elementId }) => elementId)
        .sort(),
    rows: async (table) => {
      const [row] = await inTransaction((tx) =>
        tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM engine.${table}`),
      );
      return row?.count ?? 0;
    },
  };
}

export const rechnungsfreigabe = readFileSync(projectPath('processes/rechnungsfreigabe/process.bpmn'), 'utf8');

/** Workers for the service tasks of the model, without records behind them. */
export function rechnungWorkers(betragCent: number): JobWorkers {
  const nothing = () => Promise.resolve({ variables: {} });
  const rechnung = {
    kreditor: 'Nordlicht',
    nummer: 'R 1',
    datum: '2026-11-01',
    betragCent,
    waehrung: 'EUR',
    iban: null,
  };
  return {
    'rechnung.lesen': () => Promise.resolve({ variables: { rechnung, mitzeichnende: ['p1', 'p2'] } }),
    'rechnung.vermerken': () => Promise.resolve({ variables: { vermerkId: newId() } }),
    'rechnung.stornieren': nothing,
    'akte.ablegen': nothing,
    'akte.abschlussVorlegen': nothing,
    'aufgabe.erinnern': nothing,
  };
}

// Told inside transactions that may still roll back: what a test reads here it must have committed.
function listing(tasks: Map<string, CreatedTask>, ended: string[], incidents: EngineBench['incidents']): Projector {
  return {
    taskCreated: (_tx, task) => Promise.resolve(void tasks.set(task.jobKey, task)),
    taskGone: (_tx, { jobKey }) => Promise.resolve(void tasks.delete(jobKey)),
    instanceEnded: (_tx, { instanceKey }) => Promise.resolve(void ended.push(instanceKey)),
    incidentRaised: (_tx, { instanceKey, elementId, type }) =>
      Promise.resolve(void incidents.push({ instanceKey, elementId, type })),
  };
}
