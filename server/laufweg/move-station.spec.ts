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
import { codesOf } from '../../test/support/rechnung.js';
import type { OutlineLine } from '../contract/laufweg-views.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
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
  const move = async (name: string, index: number, groupId: string | null = null) => {
    const stationId = stationOf(await view(), name).id;
    return change(office, vorgangId, laufwegId, 'laufweg.moveStation', { stationId, groupId, index });
  };
  return { vorgangId, view, move };
}

describe('moveStation', () => {
  it('refuses what has begun, and a place before what has begun', async () => {
    const { move } = await running(asks(office, DENIZ), asks(office, TOMASZ));
    expect(await move('Deniz', 2)).toMatchObject({ code: 'laufweg.alreadyBegun' });
    expect(await move('Tomasz', 0)).toMatchObject({ code: 'laufweg.alreadyPast' });
  });

  it('refuses an order that could not have been built, e.g. the Schlusszeichnung before a Mitzeichnung', async () => {
    const lines = [asks(office, DENIZ), asks(office, TOMASZ), asks(office, RUTH, 'schlusszeichnung')];
    const { move, view } = await running(...lines);
    expect(codesOf(await move('Dr. Ruth', 1))).toContain('laufweg.finalNotLast');
    expect(states(await view())).toEqual(['Deniz Aydın: laeuft', 'Tomasz Śliwa: offen', 'Dr. Ruth Lindqvist: offen']);
  });

  it('takes a station into a group that is being asked: it is asked at once', async () => {
    const { vorgangId, view, move } = await running(
      gruppe('parallel'),
      asks(office, DENIZ, 'mitzeichnung', 1),
      asks(office, TOMASZ, 'mitzeichnung', 1),
      asks(office, JANA),
    );
    const group = (await view()).lines.find(({ kind }) => kind === 'group');
    done(await move('Jana', 2, group?.id ?? ''));
    expect(await aufgabeIn(office, JANA, vorgangId)).not.toBeNull();
    for (const login of [JANA, DENIZ, TOMASZ]) done(await answer(office, login, vorgangId, 'mitzeichnen'));
    expect(await view()).toMatchObject({ state: 'fertig' });
  });
});
