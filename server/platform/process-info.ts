import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A running process: `startMark` differs between two processes that got the same number one after the other. */
export interface ProcessInfo {
  readonly startMark: string;
  readonly commandLine: string;
}

/**
 * What runs under a process number, or undefined when nothing does. A number alone proves nothing: after a restart of
 * the machine, and all the time in containers, it belongs to somebody else. Hence boot id and start time beside it.
 */
export async function processInfo(processId: number): Promise<ProcessInfo | undefined> {
  if (!Number.isSafeInteger(processId) || processId <= 0) return undefined;
  if (process.platform === 'linux') return fromProc(processId);
  return process.platform === 'win32' ? fromSignal(processId) : fromPs(processId);
}

async function fromProc(processId: number): Promise<ProcessInfo | undefined> {
  try {
    const [stat, commandLine, boot] = await Promise.all([
      readFile(`/proc/${processId}/stat`, 'utf8'),
      readFile(`/proc/${processId}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    // The name in brackets may itself contain spaces and brackets, so count fields from the last bracket: state is
    // field 3, start time field 22 (proc(5)). A zombie has died and only waits for its parent to notice.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { startMark: `${boot.trim()}:${fields[19] ?? ''}`, commandLine: commandLine.split('\0').join(' ') };
  } catch {
    return undefined;
  }
}

async function fromPs(processId: number): Promise<ProcessInfo | undefined> {
  try {
    const columns = ['-o', 'lstart=', '-o', 'args=', '-p', String(processId)];
    const { stdout } = await promisify(execFile)('ps', columns, { env: { LC_ALL: 'C', PATH: process.env['PATH'] } });
    // lstart is always 24 characters wide in the C locale ("Wed Nov 25 01:51:00 2026").
    return { startMark: stdout.slice(0, 24), commandLine: stdout.slice(24).trim() };
  } catch {
    return undefined;
  }
}

/** Windows offers no cheap start time; there a reused number keeps a lock until the file is deleted by hand. */
function fromSignal(processId: number): ProcessInfo | undefined {
  try {
    process.kill(processId, 0);
    return { startMark: '', commandLine: '' };
  } catch {
    return undefined;
  }
}
