import { runKills } from './kill/kill-run.js';

/** `npm run test:kill` runs the numbers of a whole authority; here they are small, and the kills are as sudden. */
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const plan = {
  seed: number('LAUFMAPPE_KILL_SEED', 11),
  instances: number('LAUFMAPPE_KILL_INSTANCES', 60),
  serverKills: number('LAUFMAPPE_KILL_SERVERS', 8),
  databaseKills: number('LAUFMAPPE_KILL_DATABASES', 2),
};
const patience = number('LAUFMAPPE_KILL_MINUTES', 6) * 60_000;

describe('running instances whose servers and database are killed', () => {
  it('are missed, each thing by its name, where they have not come to their end', async () => {
    const { findings } = await runKills({ seed: 1, instances: 50, serverKills: 0, databaseKills: 0 }, 0);
    const missed = findings.map((finding) => finding.split(':')[0]);
    expect(missed).toEqual(expect.arrayContaining(['instances', 'inbox', 'follow-ups left', 'effects outside']));
  }, 120_000);

  it(
    'all come to their end: every inbox event as calculated, no row left, no effect twice',
    async () => {
      const run = await runKills(plan, patience);
      process.stdout.write(`${JSON.stringify({ ...plan, ...run })}\n`);
      expect(run.findings).toEqual([]);
      expect([run.serverKills, run.databaseKills]).toEqual([plan.serverKills, plan.databaseKills]);
    },
    patience + 60_000,
  );
});
