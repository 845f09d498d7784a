import {
  answer,
  asks,
  change,
  gruppe,
  laufwegOf,
  mappe,
  pdfDraft,
  started,
  stationOf,
  states,
} from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { codesOf } from '../../test/support/rechnung.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

async function running(...logins: string[]) {
  const papers = await mappe(office);
  const laufwegId = await started(office, papers, ...logins.map((login) => asks(office, login)));
  const { vorgangId } = papers;
  const insert = (index: number, lines = [asks(office, TOMASZ)], groupId: string | null = null) =>
    change(office, vorgangId, laufwegId, 'laufweg.insertStation', { groupId, index, lines });
  return { vorgangId, laufwegId, insert, view: () => laufwegOf(office, vorgangId, laufwegId) };
}

describe('insertStation', () => {
  it('refuses whoever lacks the permission, an unknown Laufweg, and a stale version', async () => {
    const { laufwegId } = await running(DENIZ);
    const wish = { laufwegId, version: 1, groupId: null, index: 1, lines: [asks(office, TOMASZ)] };
    expect(await office.act(TOMASZ, 'laufweg.insertStation', wish)).toMatchObject({ code: 'identity.notPermitted' });
    const unknown = { ...wish, laufwegId: newId() };
    expect(await office.act(JANA, 'laufweg.insertStation', unknown)).toMatchObject({ code: 'platform.notFound' });
    const stale = { ...wish, version: 99 };
    expect(await office.act(JANA, 'laufweg.insertStation', stale)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses a place that the Laufweg has passed, and one that there is not', async () => {
    const { vorgangId, insert } = await running(DENIZ, RUTH);
    expect(await insert(0)).toMatchObject({ code: 'laufweg.alreadyPast' });
    expect(await insert(0, [asks(office, TOMASZ)], newId())).toMatchObject({ code: 'platform.notFound' });
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    expect(await insert(1)).toMatchObject({ code: 'laufweg.alreadyPast' });
  });

  it('refuses what could not have been built either', async () => {
    const { insert, vorgangId } = await running(DENIZ);
    expect(codesOf(await insert(1, []))).toContain('laufweg.empty');
    expect(codesOf(await insert(1, [gruppe('parallel')]))).toContain('laufweg.emptyGroup');
    expect(codesOf(await insert(1, [asks(office, JANA, 'schlusszeichnung')]))).toContain('laufweg.personUnsuited');
    await pdfDraft(office, vorgangId, 'ohne Bedeutung', JANA);
    const lines = [asks(office, RUTH, 'schlusszeichnung'), asks(office, TOMASZ)];
    expect(codesOf(await insert(1, lines))).toContain('laufweg.finalNotLast');
  });

  it('refuses a Laufweg that has ended', async () => {
    const { vorgangId, insert } = await running(DENIZ);
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    expect(await insert(1)).toMatchObject({ code: 'laufweg.notRunning' });
  });

  it('puts a group beside what runs, says who put it there, and the process knows it', async () => {
    const { vorgangId, laufwegId, insert, view } = await running(DENIZ, RUTH);
    const lines = [gruppe('parallel'), asks(office, TOMASZ, 'kenntnisnahme', 1), asks(office, JANA, 'mitzeichnung', 1)];
    done(await insert(1, lines));
    expect(states(await view())).toEqual([
      'Deniz Aydın: laeuft',
      'Tomasz Śliwa: offen',
      'Jana Petersen: offen',
      'Dr. Ruth Lindqvist: offen',
    ]);
    expect(stationOf(await view(), 'Tomasz')).toMatchObject({
      insertedBy: 'Jana Petersen',
      groupId: expect.any(String),
    });
    expect(stationOf(await view(), 'Deniz').insertedBy).toBeNull();
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    const names = states(await laufwegOf(office, vorgangId, laufwegId));
    expect(names.filter((name) => name.endsWith('laeuft'))).toEqual(['Tomasz Śliwa: laeuft', 'Jana Petersen: laeuft']);
  });

  it('three times in a row asks everybody once, whatever the engine has done in between', async () => {
    const { vorgangId, laufwegId, insert, view } = await running(DENIZ);
    for (const login of [TOMASZ, RUTH, JANA]) done(await insert(1, [asks(office, login, 'kenntnisnahme')]));
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    for (const login of [JANA, RUTH, TOMASZ]) done(await answer(office, login, vorgangId, 'kenntnis'));
    expect(await view()).toMatchObject({ state: 'fertig' });
    const [counted] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
      queries.query<{ made: number; running: number }>(
        `SELECT (SELECT count(*)::int FROM aufgabe WHERE vorgang_id = $1) AS made,
                  (SELECT count(*)::int FROM engine.instance WHERE business_key = $2 AND status = 'active') AS running`,
        [vorgangId, laufwegId],
      ),
    );
    expect(counted).toEqual({ made: 4, running: 0 });
  });
});
