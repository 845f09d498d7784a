import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelOf } from './kontakt.js';
import { lockBeteiligung, lockKontakt, saveEnd } from './kontakt.store.js';

const input = z.object({ id: z.uuid() });

/** Ends a Beteiligung in an open Vorgang. That there was one stays in its history. */
export const endBeteiligung = act('kontakt.endBeteiligung', input, async (tx, { id }) => {
  const beteiligung = await lockBeteiligung(tx, id);
  if (!beteiligung) return reject('platform.notFound');
  const { vorgangId, kontaktId, rolle } = beteiligung;
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const kontakt = await lockKontakt(tx, kontaktId);
  if (!kontakt) throw new Error('A Beteiligung without its Kontakt');
  await saveEnd(tx, id, tx.clock.now());
  const label = labelOf(kontakt);
  const text = { de: `Nicht mehr beteiligt als ${rolle}: ${label}`, en: `No longer takes part as ${rolle}: ${label}` };
  tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { kontaktId, rolle, text } });
  tx.changed('vorgang', vorgangId);
  return { id };
});
