import type { Checkpoint } from './checkpoint.js';
import { protokollBreak, type ProtokollBreak } from './protokoll-break.js';

/** Compares a growing chain with what checkpoints say about it. */
export interface CheckpointComparison {
  /** Compares the chain at this size; `root` is only asked for where a checkpoint was taken. */
  reached(size: number, root: () => Buffer): ProtokollBreak | null;
  /** What is wrong when the chain ends at this size. */
  ended(size: number): ProtokollBreak | null;
  /** How many checkpoints agreed so far. */
  agreed(): number;
}

export function compareCheckpoints(checkpoints: readonly Checkpoint[]): CheckpointComparison {
  const bySize = new Map<number, Checkpoint[]>();
  for (const each of checkpoints) bySize.set(each.size, [...(bySize.get(each.size) ?? []), each]);
  let agreed = 0;
  let vouchedFor = 0;

  return {
    reached: (size, root) => {
      const due = bySize.get(size);
      if (!due) return null;
      const found = root();
      const differing = due.find((each) => !each.root.equals(found));
      if (differing) return protokollBreak('recomputed', vouchedFor + 1, { size, at: differing.at });
      agreed += due.length;
      vouchedFor = size;
      return null;
    },
    ended: (size) => {
      const longest = checkpoints.reduce<Checkpoint | null>(
        (best, each) => (each.size > (best?.size ?? size) ? each : best),
        null,
      );
      return longest && protokollBreak('cutOff', size + 1, { size: longest.size, at: longest.at });
    },
    agreed: () => agreed,
  };
}
