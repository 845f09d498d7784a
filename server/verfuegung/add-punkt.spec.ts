import { done } from '../../test/support/closed-vorgang.js';
import { aufgabeIn } from '../../test/support/laufwege.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import {
  ordered,
  punktNumber,
  punktStates,
  verfuegungOf,
  vorgangWithDokument,
  workOff,
  ZDA,
  zK,
  zwV,
} from '../../test/support/verfuegungen.js';
import type { NewPunkt } from '../contract/verfuegung-views.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const add = async (verfuegungId: string, punkt: NewPunkt, version = 1, login = JANA) =>
  office.act(login, 'verfuegung.addPunkt', { verfuegungId, version, punkt });

describe('addPunkt', () => {
  it('refuses where there is no Verfügung, a stale page, and nobody who may work there', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH));
    expect(await add(newId(), zK(office, DENIZ))).toMatchObject({ code: 'platform.notFound' });
    expect(await add(verfuegungId, zK(office, DENIZ), 2)).toMatchObject({ code: 'platform.stale' });
    expect(await add(verfuegungId, ZDA, 1, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a second „z. d. A.“, a day that has passed, words that are missing, and nobody to do it', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), ZDA);
    expect(await add(verfuegungId, ZDA)).toMatchObject({ code: 'verfuegung.twoZdA' });
    const nobody: NewPunkt = { art: 'bR', personId: newId(), text: '' };
    const wrong: NewPunkt[] = [
      { art: 'wv', personId: null, day: '2020-01-01', text: '' },
      zwV(office, DENIZ, ''),
      nobody,
    ];
    for (const punkt of wrong)
      expect(await add(verfuegungId, punkt)).toMatchObject({ code: 'verfuegung.notOrderable' });
    const long = { art: 'vermerk', text: 'x'.repeat(10_000) } as const;
    expect(await add(verfuegungId, long)).toMatchObject({ code: 'platform.invalidInput' });
    expect(punktStates(await verfuegungOf(office, vorgangId, verfuegungId))).toEqual(['1 zK offen', '2 zdA offen']);
  });

  it('refuses where all points are done', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH));
    done(await workOff(office, RUTH, vorgangId, 'kenntnis'));
    expect(await add(verfuegungId, zK(office, DENIZ))).toMatchObject({ code: 'verfuegung.notRunning' });
  });

  it('puts it before „z. d. A.“, with the name of whoever has added it', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), ZDA);
    expect(done(await add(verfuegungId, zwV(office, DENIZ, 'Kosten schätzen'), 1, 'helga.brandt'))).toEqual({
      version: 2,
    });
    const view = await verfuegungOf(office, vorgangId, verfuegungId);
    expect(punktStates(view)).toEqual(['1 zK offen', '2 zwV offen', '3 zdA offen']);
    expect(punktNumber(view, 2)).toMatchObject({ added: { by: 'Helga Brandt' }, liesWith: 'Deniz Aydın' });
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toMatchObject({
      frage: { de: 'Helga Brandt: „Kosten schätzen“ Bitte veranlassen Sie das Weitere.' },
    });
  });

  it('takes the Aufgabe of closing away again until the new point is done, too', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), ZDA);
    done(await workOff(office, RUTH, vorgangId, 'kenntnis'));
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
    done(await add(verfuegungId, zwV(office, DENIZ)));
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
    done(await workOff(office, DENIZ, vorgangId, 'erledigt', 'veranlasst'));
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
  });
});
