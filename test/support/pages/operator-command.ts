import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Stage } from './stage.js';

/** `npm run mandant -- …`, beside the running server of this stage. */
export async function mandantCommand(stage: Stage, ...args: string[]): Promise<string> {
  const env = { ...process.env, LAUFMAPPE_DATA: stage.server.dataFolder };
  const cli = 'dist/server/mandant/mandant-cli.js';
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], { env });
  return stdout;
}

/** Makes the account `betrieb` of the shared administration; gives its password. */
export async function operatorPassword(stage: Stage): Promise<string> {
  return (await mandantCommand(stage, 'operator', 'betrieb', '--name', 'Betrieb')).split('\n')[0] ?? '';
}
