// `npm run test:kill [<instances> <kills of the server> <kills of PostgreSQL>]`: the kill test with the numbers of a whole
// authority, 2,000, 200 and 20 unless others are given. About a quarter of an hour; its row goes to test/bench/RESULTS.md.
await import('../../support/typescript-loader.mjs');
const { runKills } = await import('./kill-run.ts');
const { killFigure } = await import('./kill-figure.ts');
const { keepResults } = await import('../../bench/results.ts');

const [instances = 2_000, serverKills = 200, databaseKills = 20] = process.argv.slice(2).map(Number);
const plan = { seed: 11, instances, serverKills, databaseKills };
const run = await runKills(plan, 90 * 60_000);
console.log(JSON.stringify({ ...plan, ...run }, null, 2));
if (run.findings.length > 0) process.exitCode = 1;
else await keepResults([killFigure(plan, run)], new Date().toISOString().slice(0, 10));
