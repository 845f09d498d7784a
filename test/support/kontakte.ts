import type { KontaktFacts } from '../../server/contract/kontakt-views.js';
import { addBeteiligung } from '../../server/kontakt/add-beteiligung.js';
import { addKontakt } from '../../server/kontakt/add-kontakt.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** An invented person of the register; everything about her can be said otherwise. */
export function someKontakt(own: Partial<KontaktFacts> = {}): KontaktFacts {
  return {
    ...{ art: 'person', name: 'Oldenhoff', vorname: 'Margarete', strasse: 'Am Mühlengraben 27', plz: '59990' },
    ...{ ort: 'Musterstadt', mail: '', telefon: '', geburtsdatum: null },
    ...own,
  };
}

/** Adds an entry to the register and answers its id. */
export async function addedKontakt(bench: ActBench, own: Partial<KontaktFacts> = {}): Promise<string> {
  return done(await bench.perform('jana.petersen', addKontakt, someKontakt(own))).id;
}

/** Names an entry as taking part in a Vorgang. */
export async function addedBeteiligung(
  bench: ActBench,
  vorgangId: string,
  kontaktId: string,
  rolle = 'Antragstellerin',
) {
  return done(await bench.perform('jana.petersen', addBeteiligung, { vorgangId, kontaktId, rolle })).id;
}
