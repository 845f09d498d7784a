import { z } from 'zod';
import { lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason as reasonText } from '../platform/typed-text.js';
import { replaced, skipFinding } from './changing.js';
import { laufwegAndVersion } from './inputs.js';
import { nodesOf, outcomeOf, stationsOf, type StationNode } from './laufweg.js';
import { lockForChange } from './lock-for-change.js';
import { settleLaufweg } from './settle-laufweg.js';
import { saveDropped } from './station.store.js';
import { ARTEN, STATION_STATES } from './words.js';

const input = z.object({ ...laufwegAndVersion, stationId: z.uuid(), reason: reasonText });

/** Passes over a station, or over all of a group that is still open. It stays visible with its reason. */
export const skipStation = act('laufweg.skipStation', input, async (tx, { laufwegId, version, stationId, reason }) => {
  const changeable = await lockForChange(tx, laufwegId, version);
  if (isRejection(changeable)) return changeable;
  const { laufweg, root } = changeable;
  const node = nodesOf(root).find(({ id }) => id === stationId);
  if (!node || node === root) return reject('platform.notFound');
  const open = stationsOf(node).filter((station) => outcomeOf(station) === 'pending');
  if (open.length === 0) {
    const { de, en } = STATION_STATES[node.kind === 'station' ? node.state : 'erledigt'];
    return reject('laufweg.stationDone', { stateDe: de, stateEn: en });
  }
  const refused = skipFinding(root, replaced(root, skipped(node)));
  if (refused) return refused;
  const ids = open.map(({ id }) => id);
  const dropped = { state: 'uebersprungen', reason: { de: reason, en: reason }, at: tx.clock.now() } as const;
  const aufgaben = await saveDropped(tx, ids, dropped);
  await lapseAufgaben(tx, laufweg.vorgangId, aufgaben);
  const arten = [...new Set(open.map(({ art }) => art))];
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: laufweg.vorgangId,
    payload: {
      ...{ laufwegId, stationIds: ids, reason },
      text: {
        de: `Im Laufweg übersprungen: ${arten.map((art) => ARTEN[art].de).join(', ')}. Grund: ${reason}`,
        en: `Skipped in the circulation: ${arten.map((art) => ARTEN[art].en).join(', ')}. Reason: ${reason}`,
      },
    },
  });
  return settleLaufweg(tx, laufweg, 'on');
});

function skipped(node: StationNode): StationNode {
  if (node.kind === 'group') return { ...node, members: node.members.map(skipped) };
  return outcomeOf(node) === 'pending' ? { ...node, state: 'uebersprungen' } : node;
}
