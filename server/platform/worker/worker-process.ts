import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { GUARD_WORDS, type GuardLimits } from './guard-limits.js';
import { launchOf } from './worker-launch.js';
import { workerFailure, type WorkerAnswer, type WorkerFailure, type WorkerReply } from './worker-answer.js';

export interface WorkerLimits {
  /** Milliseconds for one piece of work; then the process is ended. */
  readonly timeLimit: number;
  /** Megabytes of resident memory for the whole process; half of it is V8's old space. */
  readonly memoryLimitMegabytes: number;
}

export interface WorkerProcess {
  run<Value>(name: string, input: unknown): Promise<WorkerAnswer<Value>>;
  alive(): boolean;
  workDone(): number;
  end(): Promise<void>;
}

/** Starting includes loading the parsers; on a busy machine with cold disks this took up to 4 s. */
const START_LIMIT = 30_000;

/** One process that works on hostile bytes. It gets no environment of the server, so it has no secret to lose. */
export function startWorkerProcess(entry: URL, limits: WorkerLimits): WorkerProcess {
  const child = startChild(entry, limits);
  const ready = readyOrFailure(child);
  const lastWords = collectLastWords(child);
  let done = 0;
  return {
    run: async <Value>(name: string, input: unknown) => {
      // Whoever waits for an answer must get it, also when nothing else keeps the server alive.
      child.ref();
      child.channel?.ref();
      try {
        const failure = await ready;
        if (failure) return failure;
        done += 1;
        return await runOnce<Value>(child, name, input, limits.timeLimit, lastWords);
      } finally {
        child.unref();
        child.channel?.unref();
      }
    },
    alive: () => child.exitCode === null && child.signalCode === null && child.connected,
    workDone: () => done,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function startChild(entry: URL, limits: WorkerLimits): ChildProcess {
  const launch = launchOf(entry, Math.floor(limits.memoryLimitMegabytes / 2));
  const guard: GuardLimits = {
    // Later than the server's own limit: this one only matters when the server itself has died meanwhile.
    timeLimit: limits.timeLimit + 5_000,
    memoryLimit: limits.memoryLimitMegabytes * 1_000_000,
  };
  const child = fork(launch.entry, [JSON.stringify(guard)], {
    execArgv: [...launch.execArgv],
    // Windows does not start a process without SystemRoot.
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    cwd: tmpdir(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // A worker never keeps the server alive; `end` is still called on every orderly way out.
  child.unref();
  child.channel?.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  return child;
}

function readyOrFailure(child: ChildProcess): Promise<WorkerFailure | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT);
    timer.unref();
    child.once('message', () => settle(undefined));
    child.once('error', (error) => settle(workerFailure('unavailable', error.message)));
    child.once('exit', (code, signal) => settle(workerFailure('unavailable', `ended at start: ${signal ?? code}`)));
    const settle = (failure: WorkerFailure | undefined) => {
      clearTimeout(timer);
      resolve(failure);
    };
  });
}

/** The last kilobytes of the error output tell a full heap from other crashes. */
function collectLastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4_000);
  });
  return () => text;
}

function runOnce<Value>(
  child: ChildProcess,
  name: string,
  input: unknown,
  timeLimit: number,
  lastWords: () => string,
): Promise<WorkerAnswer<Value>> {
  return new Promise((resolve) => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeLimit);
    const settle = (answer: WorkerAnswer<Value>) => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('close').removeAllListeners('error');
      resolve(answer);
    };
    child.on('message', (reply: WorkerReply) =>
      settle(
        reply.kind === 'done'
          ? { kind: 'done', value: reply.value as Value }
          : workerFailure(reply.cause, reply.detail),
      ),
    );
    child.on('error', (error) => settle(workerFailure('crash', error.message)));
    // 'close', not 'exit': only then the error output has been read to its end.
    child.on('close', (code, signal) =>
      settle(timedOut ? workerFailure('time', `longer than ${timeLimit} ms`) : deathOf(code, signal, lastWords())),
    );
    child.send({ kind: 'run', name, input });
  });
}

function deathOf(code: number | null, signal: string | null, lastWords: string): WorkerFailure {
  if (lastWords.includes(GUARD_WORDS.time)) return workerFailure('time', 'ended by its own guard');
  if (lastWords.includes(GUARD_WORDS.memory)) return workerFailure('memory', 'ended by its own guard');
  if (/heap out of memory|Allocation failed/i.test(lastWords)) return workerFailure('memory', 'heap limit reached');
  return workerFailure('crash', `${signal ?? code}: ${lastWords}`);
}
