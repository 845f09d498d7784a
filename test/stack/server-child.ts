import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ChildPlan {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Asked again until it says yes. */
  readonly isReady: () => Promise<boolean>;
  readonly patienceMilliseconds: number;
}

export interface ServerChild {
  readonly readyAfterMilliseconds: number;
  memory(): Promise<number>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** SIGSTOP: it is there, keeps its connections and answers nobody. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
}

const QUESTION_PAUSE_MILLISECONDS = 50;

/**
 * Runs a server until somebody stops it. It gets a process group of its own, so that Ctrl-C reaches only us and we end
 * it in order; it is ended by its number, and dies with us when we die without saying so.
 *
 * @throws Error with the end of its log when it ends or is not ready in time
 */
export async function startChild(plan: ChildPlan): Promise<ServerChild> {
  await mkdir(dirname(plan.logFile), { recursive: true });
  const child = spawn(plan.command, plan.arguments, {
    env: { ...process.env, ...plan.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = createWriteStream(plan.logFile);
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  const started = performance.now();
  await untilReady(child, plan);
  return {
    readyAfterMilliseconds: Math.round(performance.now() - started),
    memory: () => residentMemory(child.pid ?? 0),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Whether an address answers 2xx. */
export async function answers(url: string, contains = ''): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    return response.ok && (await response.text()).includes(contains);
  } catch {
    return false;
  }
}

async function untilReady(child: ChildProcess, plan: ChildPlan): Promise<void> {
  let failure: unknown;
  child.once('error', (error) => (failure = error));
  const deadline = performance.now() + plan.patienceMilliseconds;
  while (!(await plan.isReady())) {
    const ended = failure !== undefined || child.exitCode !== null || child.signalCode !== null;
    if (ended || performance.now() > deadline) {
      if (!ended) await end(child, 'SIGKILL');
      throw new Error(`${plan.command} ${ended ? 'has ended' : 'is not ready in time'}:\n${await tail(plan.logFile)}`);
    }
    await pause(QUESTION_PAUSE_MILLISECONDS);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function residentMemory(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

async function tail(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(-15).join('\n');
}
