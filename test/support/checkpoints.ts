import type { CheckpointParts } from '../../server/protokoll/checkpoint-keeper.js';
import type { Workbench } from './workbench.js';

/** What writes checkpoints over the Protokoll of a workbench, into its folder unless another is named. */
export function checkpointParts(bench: Workbench, own: Partial<CheckpointParts> = {}): CheckpointParts {
  const { database, runner, clock, checkpoints } = bench;
  return { database, runner, clock, folder: checkpoints, copies: null, secret: Buffer.alloc(32, 9), ...own };
}
