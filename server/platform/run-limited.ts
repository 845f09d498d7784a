import { spawn, spawnSync } from 'node:child_process';

export interface ProgramLimits {
  readonly milliseconds: number;
  /** Address space of each process of the program. */
  readonly memoryBytes: number;
  /** Largest file that it may write. */
  readonly fileBytes: number;
}

export interface ProgramCall {
  readonly program: string;
  readonly parameters: readonly string[];
  /** Working folder and home: nothing of the server's user is read. */
  readonly folder: string;
  readonly limits: ProgramLimits;
}

export type ProgramEnd = { readonly kind: 'ended'; readonly code: number } | { readonly kind: 'time' | 'unavailable' };

/**
 * Runs a program of others on hostile bytes: in a process group of its own that is ended as a whole, with limits, with an
 * empty environment, and without a network where the machine can give that.
 */
export function runLimited({ program, parameters, folder, limits }: ProgramCall): Promise<ProgramEnd> {
  const [command = program, ...rest] = confined(limits, [program, ...parameters]);
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      cwd: folder,
      // Leads the group; ending the group also ends what it has started.
      detached: process.platform !== 'win32',
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', ...NOWHERE },
    });
    let end: ProgramEnd | null = null;
    const timer = setTimeout(() => {
      end = { kind: 'time' };
      endGroup(child.pid);
    }, limits.milliseconds);
    child.once('error', () => {
      clearTimeout(timer);
      resolve({ kind: 'unavailable' });
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      // What it left behind must not go on after its files are gone.
      endGroup(child.pid);
      resolve(end ?? { kind: 'ended', code: code ?? 1 });
    });
  });
}

/** A port where nothing listens, for programs that ask the environment for their way out. */
const NOWHERE = {
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  ftp_proxy: 'http://127.0.0.1:9',
  no_proxy: '',
} as const;

/**
 * The limits of the kernel also hold when this server is killed meanwhile: the processor time ends what nobody waits for.
 * Arguments are passed on as they are, never as text of the shell.
 */
function confined({ milliseconds, memoryBytes, fileBytes }: ProgramLimits, call: readonly string[]): readonly string[] {
  if (process.platform === 'win32') return call;
  const seconds = Math.ceil(milliseconds / 1_000);
  const limits = `ulimit -c 0; ulimit -t ${seconds}; ulimit -f ${Math.ceil(fileBytes / 512)}`;
  const memory = process.platform === 'linux' ? `; ulimit -v ${Math.ceil(memoryBytes / 1_024)}` : '';
  return [...withoutNetwork(), '/bin/sh', '-c', `${limits}${memory}; exec "$@"`, 'sh', ...call];
}

let network: readonly string[] | undefined;

/** `unshare` gives a network with nothing in it where the kernel lets users do that; asked once. */
function withoutNetwork(): readonly string[] {
  const way = ['unshare', '--user', '--map-root-user', '--net'] as const;
  return (network ??= process.platform === 'linux' && canRun([...way, 'true']) ? way : []);
}

function canRun([command = '', ...parameters]: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore', timeout: 5_000 }).status === 0;
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Everything of it has ended already.
  }
}
