import { newId } from '../platform/ids.js';
import type { EngineBench } from './embedded/engine.testing.js';

/** May operate single instances. */
export const ADMINISTRATION = 'kim.okafor';
export const reason = 'doppelt eingegangen';

/** People who may not change processes. */
export const OTHERS = ['jana.petersen', 'ruth.lindqvist', 'ines.vogt', 'amir.rakimov'];

/** A Rechnungsfreigabe that waits for its factual check. */
export async function runningInstance(engineBench: EngineBench) {
  const vorgangId = newId();
  await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
  await engineBench.loops.drain();
  const { instanceKey, jobKey } = engineBench.taskAt(vorgangId, 'SachlichePruefung');
  return { vorgangId, instanceKey, jobKey };
}
