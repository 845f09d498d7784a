import { done } from '../../test/support/closed-vorgang.js';
import { aufgabeIn } from '../../test/support/laufwege.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { vorgangOf } from '../../test/support/rechnung.js';
import {
  ordered,
  punktStates,
  verfuegungOf,
  vorgangWithDokument,
  workOff,
  ZDA,
  zK,
  zwV,
} from '../../test/support/verfuegungen.js';
import { dayAfter } from '../contract/days.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const recall = async (verfuegungId: string, version = 1, login = JANA) =>
  office.act(login, 'verfuegung.recallVerfuegung', { verfuegungId, version });

describe('recallVerfuegung', () => {
  it('refuses one that there is not, that the page showed otherwise, and that is somebody else’s', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH));
    expect(await recall(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await recall(verfuegungId, 7)).toMatchObject({ code: 'platform.stale' });
    expect(await recall(verfuegungId, 1, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    const deniz = await recall(verfuegungId, 1, DENIZ);
    expect(['verfuegung.notYours', 'access.notAllowed', 'platform.notFound']).toContain(
      'code' in deniz ? deniz.code : '',
    );
  });

  it('refuses as soon as somebody has done a point, and says who', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), zwV(office, DENIZ));
    done(await workOff(office, RUTH, vorgangId, 'kenntnis'));
    expect(await recall(verfuegungId)).toMatchObject({
      ...{ code: 'verfuegung.begun', message: { de: 'Bereits von Dr. Ruth Lindqvist weiterbearbeitet.' } },
    });
    expect(await aufgabeIn(office, DENIZ, vorgangId)).not.toBeNull();
  });

  it('refuses as soon as somebody of a group has taken it, and not before', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const group = { kind: 'role', role: 'mitzeichnung', unitId: null } as const;
    const verfuegungId = await ordered(office, vorgangId, { art: 'zK', who: group, text: '' });
    const [aufgabe] = (await vorgangOf(office, vorgangId)).aufgaben;
    const named = { aufgabeId: aufgabe?.id ?? '', version: aufgabe?.version ?? 0 };
    const { version } = done(await office.act('tomasz.sliwa', 'aufgabe.claimAufgabe', named));
    expect(await recall(verfuegungId)).toMatchObject({ code: 'verfuegung.begun' });
    done(await office.act('tomasz.sliwa', 'aufgabe.releaseAufgabe', { ...named, version }));
    expect(done(await recall(verfuegungId))).toEqual({ version: 2 });
  });

  it('refuses what was handed on, and what was taken back already', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const handed = await ordered(office, vorgangId, zwV(office, DENIZ));
    const aufgabe = await aufgabeIn(office, DENIZ, vorgangId);
    const named = { aufgabeId: aufgabe?.id ?? '', version: aufgabe?.version ?? 0 };
    const on = { ...named, personId: office.personId(JANA), note: '' };
    done(await office.act(DENIZ, 'aufgabe.forwardAufgabe', on));
    expect(await recall(handed)).toMatchObject({ code: 'verfuegung.begun' });
    const twice = await ordered(office, vorgangId, zK(office, RUTH));
    const { version } = done(await recall(twice));
    expect(await recall(twice, version)).toMatchObject({ code: 'verfuegung.notRunning' });
  });

  it('takes all Aufgaben out of the inboxes and leaves the points where they are, struck', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const wv = { art: 'wv', personId: null, day: dayAfter(office.bench.clock.today(), 30), text: '' } as const;
    const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), wv, { art: 'vermerk', text: 'Anruf' }, ZDA);
    done(await recall(verfuegungId));
    expect((await vorgangOf(office, vorgangId)).aufgaben).toEqual([]);
    const view = await verfuegungOf(office, vorgangId, verfuegungId);
    expect(view).toMatchObject({ state: 'zurueckgenommen', recalled: { by: 'Jana Petersen' } });
    expect(punktStates(view)).toEqual(['1 zK aufgehoben', '2 wv aufgehoben', '3 vermerk erledigt', '4 zdA aufgehoben']);
    const { obstacles, version } = await vorgangOf(office, vorgangId);
    expect(obstacles).toEqual([]);
    done(await office.act(JANA, 'akte.closeZdA', { vorgangId, version }));
  });

  it('is also for the Registratur, and for a Verfügung of nothing but a Vermerk', async () => {
    const { vorgangId } = await vorgangWithDokument(office);
    const verfuegungId = await ordered(office, vorgangId, { art: 'vermerk', text: 'Falscher Vorgang' });
    expect(await verfuegungOf(office, vorgangId, verfuegungId)).toMatchObject({ state: 'fertig' });
    done(await recall(verfuegungId, 1, 'helga.brandt'));
    expect(await verfuegungOf(office, vorgangId, verfuegungId)).toMatchObject({ recalled: { by: 'Helga Brandt' } });
  });
});
