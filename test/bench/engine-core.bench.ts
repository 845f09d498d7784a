import { Engine } from 'bpmn-engine';
import { EventEmitter } from 'node:events';
import { compile } from '../../server/workflow/embedded/compile.js';
import type { Model } from '../../server/workflow/embedded/model.js';
import { completeTask, emptyWorld, openTasks, send } from '../../server/workflow/embedded/world.testing.js';
import { fourTasks } from './engine/models.js';
import { rounded, type Figure } from './figure.js';

/** Enough for both to have warmed up; the peer needs about a hundred milliseconds of CPU for each. */
const OURS = 2000;
const PEER = 60;

/** Instances from start to end per second of CPU, in memory: our core and bpmn-engine on the same bytes. */
export async function benchEngineCore(): Promise<Figure> {
  const compiled = await compile(fourTasks);
  if (compiled.kind === 'refused') throw new Error('The model of the benchmark is refused');
  runOurs(compiled.models[0], OURS / 10);
  const ours = perCpuSecond(
    OURS,
    cpuOf(() => runOurs(compiled.models[0], OURS)),
  );
  await runPeer(PEER / 10);
  const peer = perCpuSecond(PEER, await runPeer(PEER));
  return {
    id: 'engine.core-cpu-vs-bpmn-engine',
    value: rounded(ours),
    unit: 'instances per CPU second',
    ratio: rounded(ours / peer),
    against: `bpmn-engine 25.0.1 in memory, reading the model not counted: ${rounded(peer)} instances per CPU second`,
    n: OURS,
  };
}

function runOurs(model: Model, count: number): void {
  for (let index = 0; index < count; index++) {
    const world = emptyWorld(model);
    send(world, { kind: 'start', startId: null, variables: { index } });
    for (let [task] = openTasks(world); task !== undefined; [task] = openTasks(world)) {
      completeTask(world, task, { [task]: index });
    }
    if (world.ended === null) throw new Error('An instance of the benchmark has not ended');
  }
}

/** @returns microseconds of CPU, without those for reading the model */
async function runPeer(count: number): Promise<number> {
  let used = 0;
  for (let index = 0; index < count; index++) {
    const engine = new Engine({ name: 'peer', source: fourTasks });
    await engine.getDefinitions();
    const listener = new EventEmitter();
    const before = process.cpuUsage();
    const ended = engine.waitFor('end');
    listener.on('activity.wait', (activity: { signal(message: object): void }) =>
      setImmediate(() => activity.signal({ index })),
    );
    await engine.execute({ listener, variables: { index } });
    await ended;
    const { user: inUser, system } = process.cpuUsage(before);
    used += inUser + system;
  }
  return used;
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user: inUser, system } = process.cpuUsage(before);
  return inUser + system;
}

function perCpuSecond(count: number, microseconds: number): number {
  return (count * 1e6) / microseconds;
}
