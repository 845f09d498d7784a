import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, idOf, openedVorgang } from '../../test/support/records.js';
import { protectedFor, readerOf } from '../../test/support/rights.js';
import { done } from '../../test/support/closed-vorgang.js';
import type { SimulatedChange } from '../contract/access-views.js';
import { newId } from '../platform/ids.js';
import { withdrawAufgabe } from '../aufgabe/withdraw-aufgabe.js';
import { answerWhy, loadRecordAccess } from './access.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
  await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
});
afterAll(() => bench.close());

const why = (login: string, aktenzeichen: string, change: SimulatedChange | null = null) =>
  bench.runner.transaction(bench.as('helga.brandt'), (tx) =>
    answerWhy(tx, { personId: bench.personId(login), aktenzeichen, change }),
  );
const who = (vorgangId: string, name = '', login = 'helga.brandt') =>
  bench.runner.transaction(bench.as(login), (tx) => loadRecordAccess(tx, vorgangId, name));

describe('answerWhy', () => {
  it('refuses an unknown Aktenzeichen and an unknown person alike', async () => {
    const { aktenzeichen } = await openedVorgang(bench);
    const unknown = await why('jana.petersen', '99.99-0001/2026');
    expect(unknown).toMatchObject({ code: 'platform.notFound' });
    const stranger = await bench.runner.transaction(bench.as('helga.brandt'), (tx) =>
      answerWhy(tx, { personId: newId(), aktenzeichen, change: null }),
    );
    expect(stranger).toEqual(unknown);
  });

  it('F113 says that no rule names the person, and where one would have to lie', async () => {
    const { aktenzeichen } = await openedVorgang(bench, '32.11.01');
    expect(await why('jana.petersen', aktenzeichen)).toMatchObject({
      now: { right: null, reasons: [{ de: expect.stringContaining('Keine Regel an „32.11.01 Versammlungen') }] },
      after: null,
    });
  });

  it('F113 says that the Akte is protected, or classified above the person', async () => {
    const locked = await openedVorgang(bench);
    await protectedFor(bench, locked.akteId);
    expect(await why('jana.petersen', locked.aktenzeichen)).toMatchObject({
      now: { reasons: [{ de: expect.stringContaining('Die Akte ist geschützt') }] },
    });
    const secret = await openedVorgang(bench);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [secret.vorgangId]);
    expect(await why('helga.brandt', secret.aktenzeichen)).toMatchObject({
      now: { right: null, reasons: [{ de: expect.stringContaining('bis „vertraulich“ ermächtigt') }] },
    });
  });

  it('F113 thinks a change through and changes nothing', async () => {
    const { aktenzeichen, vorgangId } = await openedVorgang(bench, '20.31.04');
    const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20');
    const subject = { kind: 'role', role: 'kasse' } as const;
    const change = { kind: 'grantRule', place: { kind: 'aktenplaneinheit', id }, subject, right: 'work' } as const;
    expect(await why('tomasz.sliwa', aktenzeichen, change)).toMatchObject({
      now: { right: null },
      after: { right: 'work', reasons: [{ de: 'Regel: die Rolle Kasse darf hier bearbeiten (20 Finanzen).' }] },
    });
    expect(await why('tomasz.sliwa', aktenzeichen)).toMatchObject({ now: { right: null } });
    expect(await bench.protokoll(vorgangId)).toHaveLength(1);
    const clearance = { kind: 'clearance', personId: bench.personId('helga.brandt'), stufe: 'offen' } as const;
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [vorgangId]);
    expect(await why('helga.brandt', aktenzeichen, clearance)).toMatchObject({
      now: { right: 'manage' },
      after: { right: null },
    });
    expect(await why('helga.brandt', aktenzeichen)).toMatchObject({ now: { right: 'manage' } });
  });
});

describe('loadRecordAccess', () => {
  it('refuses a record that the asking person does not see like one that does not exist', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await who(vorgangId, '', 'jana.petersen')).toEqual(await who(newId(), '', 'jana.petersen'));
  });

  it('F113 names everybody who sees a Vorgang, with rule, group and place, and finds one of them by name', async () => {
    const { vorgangId } = await openedVorgang(bench, '40.11.02');
    await readerOf(bench, '40.11', 'deniz.aydin');
    const all = done(await who(vorgangId));
    expect(all.people.map(({ name, right }) => [name, right])).toEqual([
      ['Deniz Aydın', 'read'],
      ['Helga Brandt', 'manage'],
    ]);
    expect(all.people[0]?.reasons).toEqual([
      {
        de: 'Regel: Deniz Aydın darf hier lesen (40.11 Schulträgerschaft).',
        en: 'Rule: Deniz Aydın may read here (40.11 Schulträgerschaft).',
      },
    ]);
    expect(all).toMatchObject({ total: 2, mayManage: true, protected: false });
    expect(done(await who(vorgangId, 'aydın')).people).toHaveLength(1);
    expect(done(await who(vorgangId, 'niemand'))).toMatchObject({ people: [], total: 2 });
  });

  it('F46 names the Aufgabe that gives the right, until it is withdrawn with its process', async () => {
    const { vorgangId } = await openedVorgang(bench, '50.11.01');
    const job = { key: newId(), instanceKey: '1', elementId: 'Pruefung' };
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('tomasz.sliwa'), candidateRole: null, job });
    const seeing = async () => done(await who(vorgangId)).people.map(({ name, reasons }) => [name, reasons[0]?.de]);
    expect(await seeing()).toContainEqual([
      'Tomasz Śliwa',
      'Leserecht, solange die Aufgabe „Bearbeiten: Angebot“ offen ist.',
    ]);
    await bench.run(withdrawAufgabe, { jobKey: job.key });
    expect((await seeing()).map(([name]) => name)).not.toContain('Tomasz Śliwa');
  });
});
