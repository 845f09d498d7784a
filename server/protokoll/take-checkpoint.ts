import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { preparedAct } from '../platform/act.js';
import { writeDue, type CheckpointParts } from './checkpoint-keeper.js';
import { parseCheckpoint } from './checkpoint.js';
import { newestCheckpoint } from './proof.store.js';

const input = z.object({ covering: z.int().min(0) });

/**
 * Takes a checkpoint now, so that everything up to this moment can be proved to somebody outside. The new rows are checked
 * on the way; a chain that does not follow its last checkpoint gets none. `covering` is the row that is to be proved.
 */
export function createTakeCheckpoint(parts: CheckpointParts) {
  return preparedAct(
    'protokoll.takeCheckpoint',
    input,
    async (asker, { covering }) => {
      const permitted = await parts.runner.transaction(asker, (tx) => {
        tx.require('protokoll.read');
        return Promise.resolve({});
      });
      if (isRejection(permitted)) return permitted;
      const { broken } = await writeDue(parts, asker.mandantId, 1);
      return broken ? reject('protokoll.broken') : { covering };
    },
    async (tx, { covering }) => {
      const checkpoint = parseCheckpoint((await newestCheckpoint(tx)) ?? '');
      if (!checkpoint || checkpoint.size < covering) return reject('protokoll.noCheckpoint');
      const { size } = checkpoint;
      tx.protokoll({
        objectKind: 'mandant',
        objectId: tx.mandantId,
        payload: {
          size,
          text: { de: `Prüfpunkt über ${size} Zeilen gesetzt`, en: `Checkpoint over ${size} rows taken` },
        },
      });
      tx.changed('protokoll', tx.mandantId);
      return { size };
    },
  );
}
