import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { askPunkt } from './ask-punkt.js';
import { newPunkte } from './inputs.js';
import { peopleFindings } from './people.js';
import { settleVerfuegung } from './settle-verfuegung.js';
import { listFindings, notOrderable, numbered } from './verfuegung.js';
import { orderedOn } from './verfuegung.queries.js';
import { insertPunkte, insertVerfuegung, lockVerfuegung, punktRows } from './verfuegung.store.js';
import { punktEntries } from './words.js';

const input = z.object({
  vorgangId: z.uuid(),
  dokument: z.object({ dokumentId: z.uuid(), nummer: z.int().min(1) }).nullable(),
  punkte: newPunkte,
});

/**
 * Orders what is to be done in a Vorgang: a numbered list of points, whole or not at all. Whom a point goes to has it in the inbox
 * at once; points do not wait for each other, except „z. d. A.“. Everything that stands against it is said together.
 */
export const orderVerfuegung = act('verfuegung.orderVerfuegung', input, async (tx, { vorgangId, dokument, punkte }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const about = dokument && (await orderedOn(tx, vorgangId, dokument));
  if (dokument && about === null) return reject('platform.notFound');
  const list = numbered(punkte);
  const misplaced = notOrderable(listFindings(list, tx.clock.today()));
  if (misplaced) return misplaced;
  const unsuited = notOrderable(await peopleFindings(tx, vorgangId, list));
  if (unsuited) return unsuited;
  const person = personOf(tx);
  const [verfuegungId, at] = [newId(), tx.clock.now()];
  await insertVerfuegung(tx, { id: verfuegungId, vorgangId, ordererId: person.id, at, dokument });
  const written = list.map((entry) => ({ ...entry, id: newId() }));
  await insertPunkte(tx, { id: verfuegungId, vorgangId }, written, { personId: person.id, at, when: 'atFirst' });
  const verfuegung = await lockVerfuegung(tx, verfuegungId);
  if (!verfuegung) throw new Error('A Verfügung that was just written is not there');
  for (const punkt of await punktRows(tx, verfuegungId)) {
    const refused = punkt.art === 'zdA' ? null : await askPunkt(tx, verfuegung, punkt, person);
    if (refused) return refused;
  }
  const refused = await settleVerfuegung(tx, verfuegung);
  if (refused) return refused;
  const said = punktEntries(list);
  const on = about && dokument ? ` („${about}“, ${dokument.nummer})` : '';
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ verfuegungId, dokument, punkte },
      text: { de: `Verfügt${on}: ${said.de}`, en: `Ordered${on}: ${said.en}` },
    },
  });
  return { verfuegungId, version: verfuegung.version };
});
