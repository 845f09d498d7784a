import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A test on a disk of its own that is soon full. Mounting one needs root: elsewhere the test is reported as skipped, by
 * name; in CI that is a failure, because a skip there would hide that nothing was tested.
 */
export function itOnSmallDisk(name: string, test: (disk: string) => Promise<void>, megabytes = 8): void {
  if (process.getuid?.() === 0 || process.env['CI'] === 'true') {
    it(`on a full disk: ${name}`, () => onSmallDisk(megabytes, test));
  } else {
    it.skip(`on a full disk: ${name} (mounting a small disk needs root)`, () => undefined);
  }
}

async function onSmallDisk(megabytes: number, test: (disk: string) => Promise<void>): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'laufmappe-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  try {
    chmodSync(disk, 0o711);
    await test(disk);
  } finally {
    // Lazy, because a process that a test has just ended may hold the mount for some milliseconds more.
    execFileSync('umount', ['-l', disk]);
    rmdirSync(disk);
  }
}
