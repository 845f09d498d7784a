import { readFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type SettableClock } from '../platform/clock.js';

export interface DemoClock {
  readonly clock: SettableClock;
  /** Moves the clock and remembers it, so that a restart does not travel back in time. */
  advance(milliseconds: number): void;
}

/** The clock of a demo. Its offset lies in the data folder, beside the data that were written under it. */
export async function openDemoClock(dataFolder: string): Promise<DemoClock> {
  const path = join(dataFolder, 'demo-clock');
  const clock = systemClock(await readOffset(path));
  return {
    clock,
    advance: (milliseconds) => {
      // Remembered first: a clock that forgot a jump would write rows before rows that are there already.
      writeFileSync(path, String(clock.offset() + milliseconds), { mode: 0o600 });
      clock.advance(milliseconds);
    },
  };
}

async function readOffset(path: string): Promise<number> {
  const offset = Number(await readFile(path, 'utf8').catch(() => '0'));
  return Number.isFinite(offset) && offset > 0 ? offset : 0;
}
