import { z } from 'zod';
import { isRejection, type Sentence } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { notBuildable, placeLines, treeFindings, treeOf, type NameOf, type PlacedLine } from './building.js';
import { withInserted } from './changing.js';
import { laufwegAndVersion, outlineLines, stationPlace } from './inputs.js';
import { stationsOf } from './laufweg.js';
import { insertStations, savePlaces } from './laufweg.store.js';
import { lockForChange } from './lock-for-change.js';
import { signFindings } from './mappe.js';
import { cosignersOf, mappeOf } from './mappe.queries.js';
import { peopleFor } from './people.js';
import { settleLaufweg } from './settle-laufweg.js';
import { ARTEN } from './words.js';

const input = z.object({ ...laufwegAndVersion, ...stationPlace, lines: outlineLines });

/** Puts further stations into a Laufweg that runs; whoever is being asked at the moment keeps their Aufgabe. */
export const insertStation = act('laufweg.insertStation', input, async (tx, { laufwegId, version, ...wish }) => {
  const changeable = await lockForChange(tx, laufwegId, version);
  if (isRejection(changeable)) return changeable;
  const { laufweg, root } = changeable;
  const { placed, found } = placeLines(wish.lines, newId, wish.groupId);
  const misplaced = notBuildable(found);
  if (misplaced) return misplaced;
  const inserted = treeOf(placed, wish.groupId);
  const changed = withInserted(root, wish, inserted);
  if (isRejection(changed)) return changed;
  const mappe = await mappeOf(tx, laufwegId);
  const people = await peopleFor(tx, laufweg.vorgangId);
  const authors = mappe.flatMap((row) => row.authors);
  const concerned = { initiatorId: laufweg.initiatorId, authors, cosigners: await cosignersOf(tx, laufwegId) };
  const signed = inserted.flatMap(stationsOf).some(({ art }) => art === 'schlusszeichnung');
  const refused = notBuildable([
    ...(signed ? signFindings(mappe) : []),
    ...treeFindings(changed, people.nameOf),
    ...(await people.findings(placed, concerned)),
  ]);
  if (refused) return refused;
  await insertStations(tx, laufweg, placed, { by: personOf(tx).id, at: tx.clock.now() });
  await savePlaces(tx, changed);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: laufweg.vorgangId,
    payload: {
      ...{ laufwegId, groupId: wish.groupId, index: wish.index, lines: wish.lines },
      text: insertedWords(placed, people.nameOf),
    },
  });
  return settleLaufweg(tx, laufweg, 'anew');
});

function insertedWords(placed: readonly PlacedLine[], nameOf: NameOf): Sentence {
  const words = placed.flatMap(({ line }) => {
    if (line.kind === 'group') return [];
    const whom = line.who.kind === 'person' ? nameOf(line.who.personId) : line.who.role;
    const { de, en } = ARTEN[line.art];
    return [{ de: `${de} ${whom}`, en: `${en} ${whom}` }];
  });
  return {
    de: `In den Laufweg eingefügt: ${words.map(({ de }) => de).join(', ')}`,
    en: `Inserted into the circulation: ${words.map(({ en }) => en).join(', ')}`,
  };
}
