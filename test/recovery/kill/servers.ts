import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { projectPath } from '../../../server/platform/project-path.js';

/** Servers on one database, of which any can be killed at any moment. */
export interface Servers {
  /** SIGKILL, and another one in its place; resolves when that one works. */
  kill(index: number): Promise<void>;
  /** SIGKILL to all, e.g. because their database is gone. */
  killAll(): Promise<void>;
}

export async function startServers(count: number, databaseUrl: string, receiver: string): Promise<Servers> {
  const start = () => startOffice(databaseUrl, receiver);
  const running = await Promise.all(Array.from({ length: count }, start));
  return {
    kill: async (index) => {
      await end(running[index]);
      running[index] = await start();
    },
    killAll: async () => {
      await Promise.all(running.map(end));
    },
  };
}

async function startOffice(databaseUrl: string, receiver: string): Promise<ChildProcess> {
  const child = fork(projectPath('test/recovery/kill/office.child.mjs'), {
    env: { ...process.env, KILL_DATABASE: databaseUrl, KILL_RECEIVER: receiver, LAUFMAPPE_LOG: 'fatal' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  // Where its database is killed while it starts, it ends by itself; whoever killed that starts everything anew.
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return child;
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
