import { done } from '../closed-vorgang.js';
import { someKontakt } from '../kontakte.js';
import type { TestOffice } from '../office.js';

/** Two entries that are one, a merge and its undoing, and a part in a Vorgang that ends. Returns the entry that stays. */
export async function keepRegister(office: TestOffice, vorgangId: string): Promise<string> {
  const add = async () => done(await office.act('jana.petersen', 'kontakt.addKontakt', someKontakt())).id;
  const [kontaktId, duplicate] = [await add(), await add()];
  const change = { ...someKontakt({ ort: 'Altena' }), id: kontaktId, version: 1 };
  done(await office.act('jana.petersen', 'kontakt.changeKontakt', change));
  const merge = { id: duplicate, version: 1, keptId: kontaktId };
  const { version } = done(await office.act('helga.brandt', 'kontakt.mergeKontakt', merge));
  done(await office.act('helga.brandt', 'kontakt.splitKontakt', { id: duplicate, version }));
  const part = { vorgangId, kontaktId, rolle: 'Antragstellerin' };
  const { id } = done(await office.act('jana.petersen', 'kontakt.addBeteiligung', part));
  done(await office.act('jana.petersen', 'kontakt.addBeteiligung', { ...part, rolle: 'Erbin' }));
  done(await office.act('jana.petersen', 'kontakt.endBeteiligung', { id }));
  return kontaktId;
}
