import { signIn } from '../support/api-client.js';
import { startServerProcess, temporaryDataFolder } from '../support/server-process.js';
import { benchCommands } from './engine-commands.bench.js';
import { benchEngineCore } from './engine-core.bench.js';
import { benchPersisted } from './engine-persisted.bench.js';
import { benchWaiting } from './engine-waiting.bench.js';
import { benchFeel } from './feel.bench.js';
import type { Figure } from './figure.js';
import { benchIntake } from './intake.bench.js';
import { keepResults } from './results.js';
import { benchWorkflow } from './workflow.bench.js';

const WAITING = 100_000;

/**
 * Runs every benchmark once. About five minutes on two idle cores, most of it for instances that wait.
 *
 * @param options `--waiting 10000`: with fewer of them; any other word selects the benches whose name contains it
 */
export async function bench(options: readonly string[]): Promise<void> {
  const at = options.indexOf('--waiting');
  const waiting = at === -1 ? WAITING : Number(options[at + 1]);
  const words = options.filter((_, index) => at === -1 || (index !== at && index !== at + 1));
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(benches(waiting))) {
    if (words.some((word) => !name.includes(word))) continue;
    console.log(`${name} …`);
    figures.push(...(await measure()));
  }
  await keepResults(figures, new Date().toISOString().slice(0, 10));
}

const benches = (waiting: number): Record<string, () => Promise<Figure[]>> => ({
  'engine-core': async () => [await benchEngineCore()],
  'engine-commands': benchCommands,
  'engine-persisted': async () => [await benchPersisted()],
  'engine-waiting': () => benchWaiting(waiting),
  feel: () => Promise.resolve([benchFeel()]),
  office: benchOffice,
});

/** What the whole server does, through its door. */
async function benchOffice(): Promise<Figure[]> {
  const folder = await temporaryDataFolder();
  const server = await startServerProcess(folder.path);
  try {
    const [poststelle, sachbearbeitung, mitzeichnung] = await Promise.all([
      signIn(server.url, 'ines.vogt'),
      signIn(server.url, 'jana.petersen'),
      signIn(server.url, 'deniz.aydin'),
    ]);
    const intake = await benchIntake(poststelle, sachbearbeitung);
    return [intake, ...(await benchWorkflow({ poststelle, sachbearbeitung, mitzeichnung, dataFolder: folder.path }))];
  } finally {
    await server.stop();
    await folder.remove();
  }
}
