import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConsistency } from '../../../server/consistency/check-consistency.js';
import type { TestOffice } from '../office.js';

/** The administration compares records and objects, by the statements that the command sends. */
export async function compareEverything({ bench, runner }: TestOffice): Promise<void> {
  const { database, objects } = bench;
  const checkpoints = join(tmpdir(), 'laufmappe-no-checkpoints');
  await checkConsistency({ database, objects, runner, checkpoints }, { depth: 'sample', repair: 'look', backup: null });
}
