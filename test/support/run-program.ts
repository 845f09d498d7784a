import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a program of the sources in a process of its own, as an administrator would. */
export function runProgram(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const command = ['--import', resolve('test/support/typescript-loader.mjs'), resolve(path), ...args];
  const { PATH } = process.env;
  return new Promise((answer) => {
    execFile(process.execPath, command, { env: { PATH, ...env } }, (error, out, stderr) =>
      answer({ code: error ? Number(error.code) : 0, out, error: stderr }),
    );
  });
}
