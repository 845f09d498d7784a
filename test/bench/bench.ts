import { signIn } from '../support/api-client.js';
import { startServerProcess, temporaryDataFolder } from '../support/server-process.js';
import { benchEngineCore } from './engine-core.bench.js';
import { benchIntake } from './intake.bench.js';
import { keepResults } from './results.js';
import { benchWorkflow } from './workflow.bench.js';

/** Runs every benchmark once against one fresh server. Bounded: about two minutes on two cores. */
export async function bench(): Promise<void> {
  const folder = await temporaryDataFolder();
  const server = await startServerProcess(folder.path);
  try {
    const [poststelle, sachbearbeitung, mitzeichnung] = await Promise.all([
      signIn(server.url, 'ines.vogt'),
      signIn(server.url, 'jana.petersen'),
      signIn(server.url, 'deniz.aydin'),
    ]);
    const workflow = { poststelle, sachbearbeitung, mitzeichnung, dataFolder: folder.path };
    const figures = [
      await benchEngineCore(),
      await benchIntake(poststelle, sachbearbeitung),
      ...(await benchWorkflow(workflow)),
    ];
    await keepResults(figures, new Date().toISOString().slice(0, 10));
  } finally {
    await server.stop();
    await folder.remove();
  }
}
