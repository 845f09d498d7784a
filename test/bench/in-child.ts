import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectPath } from '../../server/platform/project-path.js';

/**
 * Runs `measure` of a module of this folder in a process of its own, so that its memory and its CPU are nobody else's.
 *
 * @param module path from `test/bench`
 */
export async function measureInChild<Measured>(module: string, options: object): Promise<Measured> {
  const child = fork(projectPath('test/bench/child.mjs'), [module, JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
  });
  const answered = once(child, 'message') as Promise<[Measured]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${module} ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [measured] = await Promise.race([answered, ended]);
  return measured;
}
