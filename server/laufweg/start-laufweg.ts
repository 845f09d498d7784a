import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { notBuildable, placeLines, treeFindings, treeOf } from './building.js';
import { mappeDokumente, outlineLines } from './inputs.js';
import { stationsOf, type StationGroup } from './laufweg.js';
import { insertLaufweg, insertStations, savePlaces } from './laufweg.store.js';
import { mappeFindings } from './mappe.js';
import { dokumenteFor } from './mappe.queries.js';
import { peopleFor } from './people.js';
import { beginRun } from './run-laufweg.js';
import { mappeTitle } from './words.js';

const input = z.object({ vorgangId: z.uuid(), dokumente: mappeDokumente, lines: outlineLines });

/**
 * Sends Dokumente of a Vorgang round as one Umlaufmappe, to the stations of a list that the person has made. Everything that
 * stands against it is said at once, so that nobody builds it line by line against the server.
 */
export const startLaufweg = act('laufweg.startLaufweg', input, async (tx, { vorgangId, dokumente, lines }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const laufwegId = newId();
  const { placed, found } = placeLines(lines, newId);
  const misplaced = notBuildable(found);
  if (misplaced) return misplaced;
  const root: StationGroup = {
    ...{ kind: 'group', id: laufwegId, order: 'sequence', quorum: null, members: treeOf(placed) },
  };
  const signed = stationsOf(root).some(({ art }) => art === 'schlusszeichnung');
  const ids = [...new Set(dokumente.map(({ dokumentId }) => dokumentId))];
  const mappe = await dokumenteFor(tx, vorgangId, ids);
  const people = await peopleFor(tx, vorgangId);
  const { id: initiatorId } = personOf(tx);
  const concerned = { initiatorId, authors: mappe.flatMap(({ authors }) => authors), cosigners: [] };
  const refused = notBuildable([
    ...mappeFindings(dokumente, mappe, signed ? 'signed' : 'unsigned'),
    ...treeFindings(root, people.nameOf),
    ...(await people.findings(placed, concerned)),
  ]);
  if (refused) return refused;
  await insertLaufweg(tx, { id: laufwegId, vorgangId, initiatorId, at: tx.clock.now() }, mappe);
  await insertStations(tx, { id: laufwegId, vorgangId }, placed, null);
  await savePlaces(tx, root);
  await beginRun(tx, laufwegId, 1);
  const title = mappeTitle(mappe.map(({ betreff }) => betreff));
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ laufwegId, dokumente: mappe.map(({ dokumentId, nummer }) => ({ dokumentId, nummer })), lines },
      text: { de: `In Umlauf gegeben: ${title.de}`, en: `Circulation started: ${title.en}` },
    },
  });
  tx.changed('vorgang', vorgangId);
  return { laufwegId };
});
