import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { Figure } from './figure.js';

interface Recorded extends Figure {
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
}

const JSON_FILE = 'test/bench/results.json';
const PAGE = 'test/bench/RESULTS.md';

/** Keeps the last result of every figure, prints this run as a table, and writes both files. */
export async function keepResults(figures: readonly Figure[], today: string): Promise<void> {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GB, Node ${process.version}, ${process.platform}`;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const earlier = JSON.parse(await readFile(JSON_FILE, 'utf8').catch(() => '[]')) as Recorded[];
  const kept = earlier.filter(({ id }) => !figures.some((figure) => figure.id === id));
  const all = [...kept, ...figures.map((figure) => ({ ...figure, date: today, machine, commit }))];
  all.sort((one, other) => one.id.localeCompare(other.id));
  await writeFile(JSON_FILE, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(PAGE, page(all));
  console.table(Object.fromEntries(figures.map(({ id, ...figure }) => [id, figure])));
}

function page(all: readonly Recorded[]): string {
  const rows = all.map(
    ({ id, value, unit, ratio, against, n, date, commit }) =>
      `| \`${id}\` | ${value} ${unit} | ${ratio ?? '–'} | ${against} | ${n} | ${date} | ${commit} |`,
  );
  const machines = [...new Set(all.map(({ machine }) => machine))].map((machine) => `- ${machine}`);
  return `# Results of \`npm run bench\`

The last result of each figure. The machines are shared and noisy: compare ratios, which come from one run, not values.
The built server runs in a process of its own on its embedded PostgreSQL with durable commits; the client speaks HTTP from the same machine.

| figure | value | ratio | compared with | n | date | commit |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Machines:

${machines.join('\n')}
`;
}
