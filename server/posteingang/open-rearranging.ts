import type { ActRunner } from '../platform/act-runner.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { createLetterMaker } from './letters/letter-maker.js';
import { createRearrangeScans } from './rearrange-scans.js';

/** Taking scans apart and putting them together; its process starts with the first one. */
export function openRearranging(parts: { runner: ActRunner; objects: ObjectStore; scratchFolder: string }) {
  const letterMaker = createLetterMaker(parts);
  return {
    acts: [createRearrangeScans({ runner: parts.runner, letterMaker })] as const,
    close: () => letterMaker.close(),
  };
}
