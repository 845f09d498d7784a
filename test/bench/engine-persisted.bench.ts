import { rounded, type Figure } from './figure.js';
import { measureInChild } from './in-child.js';

/** Some seconds, as for the peer. */
const OURS = 1000;
/** A tenth of a second of CPU for each of its nine steps. */
const PEER = 60;
/** Enough for the commits of one to overlap with the work of others. */
const IN_FLIGHT = 8;

/** Instances from start to end per second, every step durable: our engine and bpmn-engine, each in a process of its own. */
export async function benchPersisted(): Promise<Figure> {
  const ours = await measureInChild<number>('engine/embedded-persisted.ts', { count: OURS, inFlight: IN_FLIGHT });
  const peer = await measureInChild<number>('engine/peer-persisted.ts', { count: PEER, inFlight: IN_FLIGHT });
  return {
    id: 'engine.persisted-vs-bpmn-engine',
    value: rounded(ours),
    unit: 'instances/s, nine durable commands each',
    ratio: rounded(ours / peer),
    against: `bpmn-engine 25.0.1 with getState and recover at each step, on the same PostgreSQL: ${rounded(peer)} instances/s`,
    n: OURS,
  };
}
