import {
  answer,
  asks,
  aufgabeIn,
  change,
  gruppe,
  laufwegOf,
  mappe,
  started,
  stationOf,
} from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
const reason = 'Bedenken sind ausgeräumt';
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

describe('continueLaufweg', () => {
  it('refuses a Laufweg that is not halted', async () => {
    const papers = await mappe(office);
    const laufwegId = await started(office, papers, asks(office, DENIZ));
    const answered = await change(office, papers.vorgangId, laufwegId, 'laufweg.continueLaufweg', { reason });
    expect(answered).toMatchObject({ code: 'laufweg.notHalted' });
  });

  it('refuses to end the Aufgabe of the initiator by completing it', async () => {
    const papers = await mappe(office);
    await started(office, papers, asks(office, DENIZ));
    done(await answer(office, DENIZ, papers.vorgangId, 'ablehnen', 'unklar'));
    const { id: aufgabeId, version } = (await aufgabeIn(office, JANA, papers.vorgangId)) ?? { id: '', version: 0 };
    const completed = await office.act(JANA, 'aufgabe.completeAufgabe', { aufgabeId, version, data: {} });
    expect(completed).toMatchObject({ code: 'laufweg.decideThere' });
  });

  it('asks those who are left in a vote that was lost, and who was asked before keeps the Aufgabe', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(
      office,
      papers,
      gruppe('parallel', { kind: 'count', value: 2 }),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, TOMASZ, 'mitzeichnung', 1),
      asks(office, RUTH, 'kenntnisnahme'),
    );
    const before = await aufgabeIn(office, TOMASZ, vorgangId);
    done(await answer(office, DENIZ, vorgangId, 'ablehnen', 'zu teuer'));
    done(await change(office, vorgangId, laufwegId, 'laufweg.continueLaufweg', { reason }));
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
    expect((await aufgabeIn(office, TOMASZ, vorgangId))?.id).toBe(before?.id);
    done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
    expect(await aufgabeIn(office, RUTH, vorgangId)).not.toBeNull();
    const laufweg = await laufwegOf(office, vorgangId, laufwegId);
    expect(stationOf(laufweg, 'Deniz')).toMatchObject({ decision: 'abgelehnt', reason: { de: reason } });
  });

  it('takes over what was answered while it was halted: nobody is asked twice', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const lines = [gruppe('parallel'), asks(office, DENIZ, 'mitzeichnung', 1), asks(office, TOMASZ, 'mitzeichnung', 1)];
    const laufwegId = await started(office, papers, ...lines, asks(office, RUTH, 'kenntnisnahme'));
    done(await answer(office, DENIZ, vorgangId, 'ablehnen', 'zu teuer'));
    done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'angehalten' });
    done(await change(office, vorgangId, laufwegId, 'laufweg.continueLaufweg', { reason }));
    expect(await aufgabeIn(office, TOMASZ, vorgangId)).toBeNull();
    expect(await aufgabeIn(office, RUTH, vorgangId)).not.toBeNull();
  });
});
