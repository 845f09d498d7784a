import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startChild, type ServerChild } from '../server-child.js';
import { speechOf, type Speech } from './speech.js';

/** A screen with nobody before it, and the screen reader of the Linux desktop that listens to what happens there. */
export interface ScreenReader extends Speech {
  /** Name and version, e.g. “Orca 43.1”. */
  readonly name: string;
  /** What a browser needs to be shown there and to be heard. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const PATIENCE_MILLISECONDS = 30_000;
/** Large enough that Orca has told what it starts with. */
const GREETING = "SPEECH OUTPUT: 'Screen reader on.'";
/** A browser of another language offers to translate the page, and the reader tells of that first. */
const GERMAN = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de' };

/**
 * Starts an X server, a message bus and Orca, all of their own: a desktop of this machine notices nothing.
 *
 * @throws Error naming what is missing; Debian has it as xvfb, dbus, at-spi2-core, orca, bsdutils and procps
 */
export async function startOrca(): Promise<ScreenReader> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-orca-'));
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o700 });
  const children: ServerChild[] = [];
  const stop = async () => {
    for (const child of children.reverse()) await child.stop();
    await untilGone();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const display = join(folder, 'display.log');
    await child('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], display, /^\d+$/m);
    const bus = join(folder, 'bus.log');
    await child('dbus-daemon', ['--session', '--nofork', '--print-address=1'], bus, /^unix:.*$/m);
    const desk = {
      DISPLAY: `:${/^\d+$/m.exec(await readFile(display, 'utf8'))?.[0]}`,
      DBUS_SESSION_BUS_ADDRESS: /^unix:.*$/m.exec(await readFile(bus, 'utf8'))?.[0] ?? '',
      XDG_RUNTIME_DIR: home,
      HOME: home,
      LANG: 'C.UTF-8',
    };
    await announceReader(desk);
    // It writes line by line only where a person could be reading: `script` lends it a terminal.
    const said = join(folder, 'said.log');
    const command = `orca --user-prefs ${home} --debug-file /dev/tty`;
    await child('script', ['--quiet', '--flush', '--command', command, '/dev/null'], said, GREETING, desk);
    const { stdout } = await run('orca', ['--version'], { env: { ...process.env, ...desk } });
    return {
      ...speechOf(said),
      name: `Orca ${stdout.trim().split('\n').at(-1)}`,
      environment: { ...desk, ...GERMAN },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }

  async function child(
    command: string,
    arguments_: readonly string[],
    logFile: string,
    ready: RegExp | string,
    environment?: Readonly<Record<string, string>>,
  ): Promise<void> {
    const isReady = async () => {
      const log = await readFile(logFile, 'utf8').catch(() => '');
      return typeof ready === 'string' ? log.includes(ready) : ready.test(log);
    };
    const plan = { command, arguments: arguments_, logFile, isReady, patienceMilliseconds: PATIENCE_MILLISECONDS };
    children.push(await startChild(environment ? { ...plan, environment } : plan));
  }
}

/** Orca ends some time after its terminal, and no other one of the same user starts before. */
async function untilGone(): Promise<void> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  const lives = () =>
    run('pgrep', ['-u', String(userInfo().uid), '-x', 'orca']).then(
      () => true,
      () => false,
    );
  while ((await lives()) && performance.now() < deadline) await pause(100);
}

/** A browser makes its tree of what is on the page only where somebody says that it is read. Asked first, the bus starts. */
async function announceReader(environment: Readonly<Record<string, string>>): Promise<void> {
  for (const name of ['IsEnabled', 'ScreenReaderEnabled']) {
    const set = ['org.freedesktop.DBus.Properties.Set', 'string:org.a11y.Status', `string:${name}`];
    const call = ['--session', '--print-reply', '--dest=org.a11y.Bus', '/org/a11y/bus', ...set, 'variant:boolean:true'];
    await run('dbus-send', call, { env: { ...process.env, ...environment } });
  }
}
