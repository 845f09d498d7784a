import type { ActInput } from '../../server/contract/acts.js';
import type { AktenplanHits } from '../../server/contract/aktenplan-views.js';
import type { AufgabeArt, AufgabeRow, AufgabeView, EingangView } from '../../server/contract/views.js';
import { eventually, type ApiClient } from './api-client.js';
import { ARCHIVAL } from './rechnung.js';

/** The next Aufgabe of this kind in the person's own inbox, as soon as it is there. */
export function nextAufgabe(client: ApiClient, art: AufgabeArt): Promise<AufgabeView> {
  return eventually(async () => {
    const { items } = await client.get<{ items: AufgabeRow[] }>('/api/aufgaben?list=meine');
    const row = items.find((item) => item.art === art);
    return row && client.get<AufgabeView>(`/api/aufgaben/${row.id}`);
  }, `an Aufgabe ${art} of ${client.session.person.name}`);
}

/** Input for filing an Eingang in a new Akte, as soon as it is examined; the process then starts. */
export async function assignmentOf(
  client: ApiClient,
  eingangId: string,
): Promise<ActInput<'posteingang.assignEingang'>> {
  const { version } = await eventually(async () => {
    const view = await client.get<EingangView>(`/api/posteingang/${eingangId}`);
    return view.state === 'geprueft' && view;
  }, 'the examination');
  const { einheiten } = await client.get<AktenplanHits>(`/api/aktenplan/treffer?q=${ARCHIVAL}`);
  const position = einheiten.find(({ kennzeichen }) => kennzeichen === ARCHIVAL);
  const target = {
    kind: 'aktenplaneinheit',
    aktenplaneinheitId: position!.id,
    akteBetreff: 'Kreishaus',
    vorgangBetreff: 'Heizung',
  } as const;
  const betreff = 'Rechnung';
  return { eingangId, version, target, betreff, letterDate: '2026-11-20', processId: 'rechnungsfreigabe' };
}
