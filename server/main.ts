import { readConfiguration } from './platform/config.js';
import { describeStartupProblem, type Say } from './platform/startup-problem.js';
import { startLaufmappe, type Laufmappe } from './laufmappe.js';

const say: Say = ({ de, en }) => console.log(de === en ? de : `${de} (${en})`);

// After Ctrl-C the running work has this long to end; then the process goes. Nothing is lost: every act is one transaction.
const STOP_MILLISECONDS = 4_000;

let running: Laufmappe | undefined;
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const late = setTimeout(() => process.exit(code), STOP_MILLISECONDS);
  await running?.stop().catch((error: unknown) => console.error(describeStartupProblem(error)));
  clearTimeout(late);
  process.exit(code);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  running = await startLaufmappe(readConfiguration(process.env), {
    say,
    // A database that dies under the server: say so and end. What was acknowledged is committed.
    onFailure: (problem) => {
      console.error(describeStartupProblem(problem));
      void stop(1);
    },
  });
  for (const line of running.greeting) say(line);
} catch (error) {
  console.error(describeStartupProblem(error));
  await stop(1);
}
