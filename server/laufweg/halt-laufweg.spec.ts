import { answer, asks, aufgabeIn, change, laufwegOf, mappe, started, stationOf } from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';

const [JANA, DENIZ, TOMASZ] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const setActive = (login: string, active: boolean) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(`UPDATE person SET active = $2 WHERE id = $1`, [office.personId(login), active]),
  );

describe('haltLaufweg', () => {
  it('gives the initiator the decision where the next person cannot sign in any more', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, TOMASZ));
    await setActive(TOMASZ, false);
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    await setActive(TOMASZ, true);
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'angehalten' });
    expect((await aufgabeIn(office, JANA, vorgangId))?.laufweg).toMatchObject({ role: 'halt', laufwegId });
    const { id: stationId } = stationOf(await laufwegOf(office, vorgangId, laufwegId), 'Tomasz');
    done(
      await change(office, vorgangId, laufwegId, 'laufweg.skipStation', { stationId, reason: 'nicht mehr im Haus' }),
    );
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'fertig' });
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
  });

  it('writes into the history who has refused and why', async () => {
    const papers = await mappe(office);
    const laufwegId = await started(office, papers, asks(office, DENIZ));
    done(await answer(office, DENIZ, papers.vorgangId, 'ablehnen', 'Anlage fehlt'));
    const aufgabe = await aufgabeIn(office, JANA, papers.vorgangId);
    expect(aufgabe?.history.map(({ de }) => de).join()).toContain('Nicht gezeichnet: Deniz Aydın („Anlage fehlt“)');
    expect((await laufwegOf(office, papers.vorgangId, laufwegId)).note?.de).toContain('Anlage fehlt');
  });
});
