import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { notBuildable, treeFindings } from './building.js';
import { withMoved } from './changing.js';
import { laufwegAndVersion, stationPlace } from './inputs.js';
import { savePlaces } from './laufweg.store.js';
import { lockForChange } from './lock-for-change.js';
import { peopleFor } from './people.js';
import { settleLaufweg } from './settle-laufweg.js';

const input = z.object({ ...laufwegAndVersion, ...stationPlace, stationId: z.uuid() });

/** Puts a station or a group that has not begun to another place. Its reverse is the same act with the place of before. */
export const moveStation = act(
  'laufweg.moveStation',
  input,
  async (tx, { laufwegId, version, stationId, ...place }) => {
    const changeable = await lockForChange(tx, laufwegId, version);
    if (isRejection(changeable)) return changeable;
    const { laufweg, root } = changeable;
    const changed = withMoved(root, stationId, place);
    if (isRejection(changed)) return changed;
    const people = await peopleFor(tx, laufweg.vorgangId);
    const refused = notBuildable(treeFindings(changed, people.nameOf));
    if (refused) return refused;
    await savePlaces(tx, changed);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: laufweg.vorgangId,
      payload: {
        ...{ laufwegId, stationId, ...place },
        text: { de: 'Reihenfolge des Laufwegs geändert', en: 'Order of the circulation changed' },
      },
    });
    return settleLaufweg(tx, laufweg, 'anew');
  },
);
