import { Readable } from 'node:stream';
import { receiveImport } from '../../../server/aktenplan/receive-import.js';
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
