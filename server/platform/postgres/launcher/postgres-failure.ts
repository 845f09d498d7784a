import { StartupProblem, oneLine } from '../../startup-problem.js';

/** What PostgreSQL said before it ended, and whether trying again at once can help. */
export type Failure =
  | { readonly kind: 'portTaken' }
  | { readonly kind: 'stillDying' }
  | { readonly kind: 'problem'; readonly problem: StartupProblem };

/** Reads the messages of initdb or postgres (in English, because we run them with `LC_ALL=C`). */
export function readFailure(output: string, folder: string): Failure {
  if (/could not bind|Address already in use/.test(output)) return { kind: 'portTaken' };
  // After kill -9 of the main process its children need some milliseconds to notice and leave the shared memory.
  if (/pre-existing shared memory block/.test(output)) return { kind: 'stillDying' };
  return { kind: 'problem', problem: problemOf(output, folder) };
}

function problemOf(output: string, folder: string): StartupProblem {
  if (/No space left on device|Disk quota exceeded/.test(output)) return new StartupProblem('diskFull', { folder });
  const running = /lock file "postmaster\.pid" already exists[\s\S]*?\(PID (\d+)\)/.exec(output);
  if (running) return new StartupProblem('alreadyRunning', { folder, processId: running[1] ?? '?' });
  const reason = decisiveLine(output);
  if (/wrong ownership|invalid permissions|group or world access|Permission denied/.test(output)) {
    return new StartupProblem('folderUnusable', { folder, reason });
  }
  if (/error while loading shared libraries|cannot execute|not found \(required by/.test(output)) {
    return new StartupProblem('binariesUnusable', { reason });
  }
  return new StartupProblem('databaseStartFailed', { folder, reason });
}

/** The line that names the cause: the last FATAL or PANIC, else the last error, else the last line at all. */
function decisiveLine(output: string): string {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const decisive =
    lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ??
    lines.findLast((line) => /error:/i.test(line)) ??
    lines.at(-1);
  return oneLine((decisive ?? 'no message').replace(/^.*?(FATAL|PANIC|error):\s*/i, '')).replace(/\.$/, '');
}
