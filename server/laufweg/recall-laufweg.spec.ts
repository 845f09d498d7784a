import { answer, asks, aufgabeIn, change, laufwegOf, mappe, started, states } from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { codesOf, vorgangOf } from '../../test/support/rechnung.js';

const [JANA, DENIZ, TOMASZ] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

describe('recallLaufweg', () => {
  it('refuses a Laufweg that has ended, and one without a reason', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(office, papers, asks(office, DENIZ));
    const recall = (reason: string) => change(office, vorgangId, laufwegId, 'laufweg.recallLaufweg', { reason });
    expect(await recall(' ')).toMatchObject({ code: 'platform.invalidInput' });
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    expect(await recall('zu spät')).toMatchObject({ code: 'laufweg.notRunning' });
  });

  it('ends the questions, also that of the initiator, and the process; what was answered stays', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, TOMASZ));
    done(await answer(office, DENIZ, vorgangId, 'ablehnen', 'unvollständig'));
    expect(await aufgabeIn(office, JANA, vorgangId)).not.toBeNull();
    done(await change(office, vorgangId, laufwegId, 'laufweg.recallLaufweg', { reason: 'wird neu gefasst' }));
    expect((await vorgangOf(office, vorgangId)).aufgaben).toEqual([]);
    const laufweg = await laufwegOf(office, vorgangId, laufwegId);
    expect(laufweg).toMatchObject({ state: 'zurueckgeholt', note: { de: 'wird neu gefasst' } });
    expect(states(laufweg)).toEqual(['Deniz Aydın: erledigt', 'Tomasz Śliwa: entfallen']);
    const alive = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
      queries.query(`SELECT 1 FROM engine.instance WHERE business_key = $1 AND status = 'active'`, [laufwegId]),
    );
    expect(alive).toEqual([]);
  });

  it('lets the Vorgang be closed, which a Laufweg that runs does not', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(office, papers, asks(office, DENIZ, 'kenntnisnahme'));
    const close = async () => {
      const { version } = await vorgangOf(office, vorgangId);
      return office.act(JANA, 'akte.closeZdA', { vorgangId, version });
    };
    expect(codesOf(await close())).toContain('akte.laufwegRunning');
    done(await change(office, vorgangId, laufwegId, 'laufweg.recallLaufweg', { reason: 'nicht nötig' }));
    expect(codesOf(await close())).not.toContain('akte.laufwegRunning');
  });
});
