import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '../../features/mutations/random.js';
import { temporaryDataFolder } from '../../support/server-process.js';
import { openAuthority } from './authority.js';
import { findings } from './findings.js';
import { plannedInstances, type KillPlan } from './plan.js';
import { openReceiver } from './receiver.js';
import { startServers, type Servers } from './servers.js';

export interface KillRun {
  readonly findings: readonly string[];
  readonly serverKills: number;
  readonly databaseKills: number;
  /** How often the receiver was asked for what it had done already: the kills between an effect and its commit. */
  readonly repetitions: number;
  readonly seconds: number;
}

const SERVERS = 2;
// A start takes a second; then everything between its first and its last statement may be hit.
const LONGEST_LIFE_MILLISECONDS = 2_500;
const LOOK_MILLISECONDS = 500;

/**
 * Runs a plan to its end: people work off their inbox while servers and database are killed at random moments.
 *
 * @param patienceMilliseconds then it is looked at as it is, and what has not ended is a finding
 */
export async function runKills(plan: KillPlan, patienceMilliseconds: number): Promise<KillRun> {
  const began = performance.now();
  const planned = plannedInstances(plan);
  const random = createRandom(plan.seed + 1);
  const folder = await temporaryDataFolder();
  const receiver = await openReceiver();
  const authority = await openAuthority(folder.path);
  let servers: Servers | null = null;
  const done = { serverKills: 0, databaseKills: 0 };
  try {
    await authority.send(planned);
    servers = await startServers(SERVERS, authority.databaseUrl(), receiver.url);
    const every = Math.max(1, Math.floor(plan.serverKills / Math.max(1, plan.databaseKills)));
    while (done.serverKills < plan.serverKills || done.databaseKills < plan.databaseKills) {
      // The moment of the kill is what the test is about; people work on meanwhile.
      await Promise.all([delay(random.below(LONGEST_LIFE_MILLISECONDS)), authority.workOffInbox()]);
      await servers.kill(random.below(SERVERS));
      done.serverKills += 1;
      if (done.serverKills % every !== 0) continue;
      await delay(random.below(LONGEST_LIFE_MILLISECONDS));
      await authority.killDatabase();
      done.databaseKills += 1;
      await servers.killAll();
      await authority.restart();
      servers = await startServers(SERVERS, authority.databaseUrl(), receiver.url);
    }
    while ((await authority.open()) > 0) {
      if (performance.now() - began > patienceMilliseconds) break;
      await authority.workOffInbox();
      await delay(LOOK_MILLISECONDS);
    }
    await servers.killAll();
    const found = await findings(authority.administratorUrl(), planned, receiver);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { ...done, findings: found, repetitions: receiver.repetitions(), seconds };
  } finally {
    await servers?.killAll();
    await authority.close();
    await receiver.close();
    await folder.remove();
  }
}
