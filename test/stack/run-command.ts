import { spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @returns what it printed on its standard output
 * @throws Error with the end of what it printed when it fails
 */
export function runCommand(
  command: string,
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, arguments_, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, trouble] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (trouble = (trouble + chunk.toString()).slice(-4_000)));
    child.once('error', (error) => reject(new Error(`${command} cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(new Error(`${command} ${arguments_.join(' ')} ended with ${code}:\n${trouble || output.slice(-4_000)}`));
    });
  });
}
