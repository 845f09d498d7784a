import { signIn } from '../support/api-client.js';
import { AS_PRODUCT } from '../support/postgres-server.js';
import { startServerProcess, temporaryDataFolder } from '../support/server-process.js';
import { benchBrowser } from './browser.bench.js';
import { benchConsistency } from './consistency.bench.js';
import { benchCommands } from './engine-commands.bench.js';
import { benchEngineCore } from './engine-core.bench.js';
import { benchPersisted } from './engine-persisted.bench.js';
import { benchWaiting } from './engine-waiting.bench.js';
import { benchFeel } from './feel.bench.js';
import type { Figure } from './figure.js';
import { benchFreshness } from './freshness.bench.js';
import { benchIngest } from './ingest.bench.js';
import { benchIntake } from './intake.bench.js';
import { benchProtokollVerify } from './protokoll-verify.bench.js';
import { benchRecords } from './records.bench.js';
import { keepResults } from './results.js';
import { benchWorkflow } from './workflow.bench.js';

const WAITING = 100_000;
const DOKUMENTE = 1_000_000;
const ROWS = 1_000_000;
const AKTEN = 1_000_000;
const LETTERS = 10_000;
const AUFGABEN = 10_000;

/**
 * Runs every benchmark once. About eight minutes on two idle cores, most of it for instances that wait and for rows to
 * prove; and half an hour more for the records, most of it to make a million Akten.
 *
 * @param options `--waiting 10000`: with fewer of them, `--dokumente 20000`: with a smaller stock, `--rows 20000`: with a
 *   shorter Protokoll, `--akten 10000`: with fewer records, `--letters 1000`: with a smaller import,
 *   `--aufgaben 500`: with a less full desk; any other word selects the benches whose name contains it
 */
export async function bench(options: readonly string[]): Promise<void> {
  const words = [...options];
  const sizes = {
    waiting: takeSize(words, '--waiting') ?? WAITING,
    dokumente: takeSize(words, '--dokumente') ?? DOKUMENTE,
    rows: takeSize(words, '--rows') ?? ROWS,
    akten: takeSize(words, '--akten') ?? AKTEN,
    letters: takeSize(words, '--letters') ?? LETTERS,
    aufgaben: takeSize(words, '--aufgaben') ?? AUFGABEN,
  };
  process.env[AS_PRODUCT] = 'yes';
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(benches(sizes))) {
    if (words.some((word) => !name.includes(word))) continue;
    console.log(`${name} …`);
    figures.push(...(await measure()));
  }
  await keepResults(figures, new Date().toISOString().slice(0, 10));
}

interface Sizes {
  readonly waiting: number;
  readonly dokumente: number;
  readonly rows: number;
  readonly akten: number;
  readonly letters: number;
  readonly aufgaben: number;
}

/** Takes an option and its number out of the words. */
function takeSize(words: string[], option: string): number | undefined {
  const at = words.indexOf(option);
  return at === -1 ? undefined : Number(words.splice(at, 2)[1]);
}

const benches = ({
  waiting,
  dokumente,
  rows,
  akten,
  letters,
  aufgaben,
}: Sizes): Record<string, () => Promise<Figure[]>> => ({
  'engine-core': async () => [await benchEngineCore()],
  'engine-commands': benchCommands,
  'engine-persisted': async () => [await benchPersisted()],
  'engine-waiting': () => benchWaiting(waiting),
  consistency: () => benchConsistency(dokumente),
  feel: () => Promise.resolve([benchFeel()]),
  'protokoll-verify': async () => [await benchProtokollVerify(rows)],
  ingest: () => benchIngest(letters),
  freshness: async () => [await benchFreshness()],
  browser: () => benchBrowser(aufgaben),
  office: benchOffice,
  records: () => benchRecords(akten),
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
