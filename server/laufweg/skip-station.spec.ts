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
  states,
} from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { vorgangOf } from '../../test/support/rechnung.js';
import type { OutlineLine } from '../contract/laufweg-views.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, TOMASZ] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'];
const reason = 'erkrankt';
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

async function running(...lines: OutlineLine[]) {
  const papers = await mappe(office);
  const { vorgangId } = papers;
  const laufwegId = await started(office, papers, ...lines);
  const view = () => laufwegOf(office, vorgangId, laufwegId);
  const skip = async (stationId: string, why = reason) =>
    change(office, vorgangId, laufwegId, 'laufweg.skipStation', { stationId, reason: why });
  return { vorgangId, laufwegId, view, skip };
}

describe('skipStation', () => {
  it('refuses an unknown station, the Laufweg itself, and a skip without a reason', async () => {
    const { laufwegId, view, skip } = await running(asks(office, DENIZ));
    expect(await skip(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await skip(laufwegId)).toMatchObject({ code: 'platform.notFound' });
    const { id } = stationOf(await view(), 'Deniz');
    for (const why of ['', '  ', 'a', 'x'.repeat(10_000), 'heimlich\u202Eanders', 'null\0']) {
      expect(await skip(id, why)).toMatchObject({ code: 'platform.invalidInput' });
    }
    expect(states(await view())).toEqual(['Deniz Aydın: laeuft']);
  });

  it('refuses what has been answered or skipped already', async () => {
    const { vorgangId, view, skip } = await running(asks(office, DENIZ), asks(office, TOMASZ), asks(office, JANA));
    done(await answer(office, DENIZ, vorgangId, 'mitzeichnen'));
    expect(await skip(stationOf(await view(), 'Deniz').id)).toMatchObject({ code: 'laufweg.stationDone' });
    done(await skip(stationOf(await view(), 'Tomasz').id));
    expect(await skip(stationOf(await view(), 'Tomasz').id)).toMatchObject({ code: 'laufweg.stationDone' });
  });

  it('refuses where the Quorum around it could not be reached any more', async () => {
    const { view, skip } = await running(
      gruppe('parallel', { kind: 'count', value: 2 }),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, TOMASZ, 'mitzeichnung', 1),
    );
    expect(await skip(stationOf(await view(), 'Deniz').id)).toMatchObject({ code: 'laufweg.quorumUnreachable' });
  });

  it('takes the Aufgabe out of the inbox, goes on, and writes the reason into the history', async () => {
    const { vorgangId, view, skip } = await running(asks(office, DENIZ), asks(office, TOMASZ));
    done(await skip(stationOf(await view(), 'Deniz').id));
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toBeNull();
    expect(await aufgabeIn(office, TOMASZ, vorgangId)).not.toBeNull();
    expect((await vorgangOf(office, vorgangId)).history.map(({ de }) => de).join()).toContain('Grund: erkrankt');
  });

  it('of a whole group passes over all that is open in it, and ends the Laufweg where nothing is left', async () => {
    const { view, skip } = await running(
      gruppe('parallel'),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, TOMASZ, 'mitzeichnung', 1),
    );
    const group = (await view()).lines.find(({ kind }) => kind === 'group');
    done(await skip(group?.id ?? ''));
    expect(states(await view())).toEqual(['Deniz Aydın: uebersprungen', 'Tomasz Śliwa: uebersprungen']);
    expect(await view()).toMatchObject({ state: 'fertig' });
  });
});
