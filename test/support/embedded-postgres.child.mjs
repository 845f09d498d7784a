// A server process around the embedded PostgreSQL, for tests that kill it: node --import <loader> <this> <data folder>.
// Prints one JSON line when it runs, the four lines of a start-up problem when it does not. Ends on SIGTERM; on SIGINT
// (Ctrl-C) it first proves that the database still answers; on SIGHUP it just exits.
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/platform/postgres/launcher/start-embedded-postgres.js';
import { describeStartupProblem } from '../../server/platform/startup-problem.js';

if (process.env.TEST_UMASK) process.umask(Number.parseInt(process.env.TEST_UMASK, 8));
try {
  const database = await startEmbeddedPostgres({ dataFolder: process.argv[2] });
  const idle = setInterval(() => {}, 1000);
  process.on('SIGTERM', async () => {
    await database.stop();
    clearInterval(idle);
  });
  process.on('SIGINT', async () => {
    const client = new pg.Client({ connectionString: database.applicationUrl });
    await client.connect();
    console.log((await client.query("SELECT 'still there' AS answer")).rows[0].answer);
    await client.end();
    await database.stop();
    clearInterval(idle);
  });
  process.on('SIGHUP', () => process.exit(3));
  console.log(JSON.stringify({ ...database, node: process.pid }));
} catch (error) {
  console.log(describeStartupProblem(error));
  process.exitCode = 1;
}
