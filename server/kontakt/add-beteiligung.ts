import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { lineOfText } from '../platform/typed-text.js';
import { labelOf, refuseMerged } from './kontakt.js';
import { insertBeteiligung, lockKontakt } from './kontakt.store.js';

const input = z.object({ vorgangId: z.uuid(), kontaktId: z.uuid(), rolle: lineOfText(60) });

/** Names somebody of the register as taking part in an open Vorgang: applicant, heir, firm, court. */
export const addBeteiligung = act('kontakt.addBeteiligung', input, async (tx, { vorgangId, kontaktId, rolle }) => {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const kontakt = await lockKontakt(tx, kontaktId);
  if (!kontakt) return reject('platform.notFound');
  const refused = refuseMerged(kontakt);
  if (refused) return refused;
  const id = newId();
  const label = labelOf(kontakt);
  const added = await insertBeteiligung(tx, { id, vorgangId, kontaktId, rolle, at: tx.clock.now() });
  if (!added) return reject('kontakt.alreadyThere', { label, rolle });
  const text = { de: `Beteiligt als ${rolle}: ${label}`, en: `Takes part as ${rolle}: ${label}` };
  tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { kontaktId, rolle, text } });
  tx.changed('vorgang', vorgangId);
  return { id };
});
