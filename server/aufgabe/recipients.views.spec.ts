import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { loadAufgabe } from './aufgabe.views.js';
import { loadRecipients } from './recipients.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const recipients = (aufgabeId: string, typed = '', after = '', login = 'jana.petersen') =>
  bench.runner.transaction(bench.as(login), (tx) => loadRecipients(tx, aufgabeId, typed, after));

const names = (page: unknown) => (page as { items: { name: string }[] }).items.map(({ name }) => name);

describe('those to whom an Aufgabe may be handed', () => {
  it('are not told of an Aufgabe that the person may not open', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    expect(await recipients(aufgabeId, '', '', 'tomasz.sliwa')).toMatchObject({ code: 'platform.notFound' });
    expect(await recipients(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('have the role it asks for, and are found by a part of name or unit', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
    expect(names(await recipients(aufgabeId)).sort()).toEqual(['Deniz Aydın', 'Tomasz Śliwa']);
    expect(names(await recipients(aufgabeId, 'deni'))).toEqual(['Deniz Aydın']);
    expect(names(await recipients(aufgabeId, '% _'))).toEqual([]);
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadAufgabe(tx, aufgabeId));
    expect(view).toMatchObject({ recipients: 'some' });
  });

  it('F110 come in pages of 50 of 30,000 people, those of the own unit first', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, {
      candidateRole: 'kasse',
      assigneeId: bench.personId('jana.petersen'),
    });
    await bench.sql(
      `WITH made AS (
         INSERT INTO person (id, mandant_id, login, name, unit_id, password_hash)
         SELECT gen_random_uuid(), p.mandant_id, 'person.' || n, 'Person ' || lpad(n::text, 5, '0'),
                CASE WHEN n > 29990 THEN p.unit_id ELSE o.unit_id END, ''
           FROM person p, person o, generate_series(1, 30000) n
          WHERE p.login = 'jana.petersen' AND o.login = 'ines.vogt'
         RETURNING id, mandant_id)
       INSERT INTO person_role (mandant_id, person_id, role) SELECT mandant_id, id, 'kasse' FROM made`,
    );
    const first = (await recipients(aufgabeId, 'person')) as { items: { name: string }[]; next: string };
    expect(names(first)).toHaveLength(50);
    expect(names(first).slice(0, 11)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `Person ${29_991 + index}`),
      'Person 00001',
    ]);
    expect(names(await recipients(aufgabeId, 'person', first.next))[0]).toBe('Person 00041');
    expect(names(await recipients(aufgabeId, '29995'))).toEqual(['Person 29995']);
  }, 60_000);
});
