import { Readable } from 'node:stream';
import { receiveImport } from '../../../server/aktenplan/receive-import.js';
import type { AkteView, RecordMetadata } from '../../../server/contract/akte-views.js';
import type { EinheitPage } from '../../../server/contract/aktenplan-views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** Every act on the Aktenplan, and the questions that no address without a query asks. Returns the id of an imported file. */
export async function changeAktenplan(office: TestOffice): Promise<string> {
  const validFrom = office.bench.clock.today();
  const facts = { titel: 'Tierschutz', aufbewahrung: 10, aussonderungsart: 'V', validFrom } as const;
  const add = async (kennzeichen: string, parentId: string | null) =>
    done(await office.act('helga.brandt', 'aktenplan.addEinheit', { ...facts, kennzeichen, parentId }));
  const [above, below] = [await add('80', null), await add('81', null)];
  const [einheitId, parentId] = [below.einheitId, above.einheitId];
  const moved = done(await office.act('helga.brandt', 'aktenplan.moveEinheit', { ...below, parentId, validFrom }));
  const closed = done(await office.act('helga.brandt', 'aktenplan.closeEinheit', { einheitId, ...moved, validFrom }));
  const opened = done(await office.act('helga.brandt', 'aktenplan.reopenEinheit', { einheitId, ...closed, validFrom }));
  const tomorrow = dayAfter(validFrom);
  const change = { einheitId, ...opened, ...facts, titel: 'Tierwohl', validFrom: tomorrow };
  done(await office.act('helga.brandt', 'aktenplan.changeEinheit', change));
  await office.pass(1);
  const { einheiten } = done(
    await office.read<EinheitPage>('jana.petersen', `/api/aktenplan/einheiten?parent=${parentId}&after=8`),
  );
  if (einheiten[0]?.titel !== 'Tierwohl') throw new Error('the change did not enter into force');
  done(await office.read('jana.petersen', `/api/aktenplan/einheiten?parent=${parentId}&day=${dayAfter(tomorrow)}`));
  done(await office.read('jana.petersen', '/api/aktenplan/treffer?q=20.31'));
  done(await office.read('jana.petersen', '/api/aktenplan/ausgabe?format=xdomea'));
  return importPlan(office);
}

/** A new position and a changed one, out of a table. Returns the id of the file. */
async function importPlan(office: TestOffice): Promise<string> {
  const table = 'kennzeichen;titel;aufbewahrung;aussonderungsart\n80;Tiere;10;V\n82;Pflanzen;unbefristet;A\n';
  const file = { name: 'Aktenplan.csv', bytes: Readable.from([Buffer.from(table)]), idempotencyKey: null };
  const { importId, counts } = done(await receiveImport(office.runner, office.bench.as('helga.brandt'), file));
  if (counts.errors > 0) throw new Error('the table has errors');
  const validFrom = office.bench.clock.today();
  done(await office.act('helga.brandt', 'aktenplan.importAktenplan', { importId, validFrom, missing: 'keep' }));
  return importId;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Every act on records that a person opens by hand. Returns the id of the Akte. */
export async function openByHand(office: TestOffice, einheitId: string): Promise<string> {
  const login = 'jana.petersen';
  const act: TestOffice['act'] = (...input) => office.act(...input);
  const betreff = 'Kreishaus';
  const described = { betreff, bemerkung: 'mit Plänen', medium: 'hybrid', standort: 'Keller' } as const;
  const { akteId } = done(await act(login, 'akte.openAkte', { einheitId, federfuehrungId: null, ...described }));
  const teil = done(await act(login, 'akte.openTeilakte', { akteId, betreff: 'Pläne' }));
  const { vorgangId } = done(await act(login, 'akte.openVorgang', { akteId: teil.akteId, betreff: 'Angebote' }));
  done(await act(login, 'akte.openTeilvorgang', { vorgangId, betreff: 'Nachforderung' }));
  const akte = done(await office.read<AkteView>(login, `/api/akten/${akteId}`));
  const laufzeit = { laufzeitBeginn: akte.laufzeitBeginn, laufzeitEnde: null };
  const edit = { akteId, version: akte.version, federfuehrungId: akte.federfuehrung.id, ...described, ...laufzeit };
  done(await act(login, 'akte.editAkte', { ...edit, betreff: 'Kreishaus, Fassade' }));
  const { version } = done(await office.read<RecordMetadata>(login, `/api/vorgaenge/${vorgangId}/metadaten`));
  const { laufzeitBeginn } = laufzeit;
  done(await act(login, 'akte.editVorgang', { vorgangId, version, ...described, laufzeitBeginn }));
  const [from, to] = [{ kind: 'vorgang', id: vorgangId } as const, { kind: 'akte', id: akteId } as const];
  const { verweisId } = done(await act(login, 'akte.addVerweis', { from, to, bemerkung: '' }));
  done(await act(login, 'akte.removeVerweis', { verweisId }));
  done(await act(login, 'akte.addVerweis', { from: to, to: from, bemerkung: 'siehe auch' }));
  const rule = { akte: '{position}-{nummer:4}/{jahr}', teilakte: '{akte}-T{nummer:2}', vorgang: '{akte}/{nummer:2}' };
  done(await act('helga.brandt', 'akte.changeAktenzeichenRule', { nummer: 0, ...rule }));
  return akteId;
}
