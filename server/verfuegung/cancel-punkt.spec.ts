import { done } from '../../test/support/closed-vorgang.js';
import { aufgabeIn } from '../../test/support/laufwege.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { vorgangOf } from '../../test/support/rechnung.js';
import {
  ordered,
  punktNumber,
  verfuegungOf,
  vorgangWithDokument,
  workOff,
  ZDA,
  zK,
  zwV,
} from '../../test/support/verfuegungen.js';
import { newId } from '../platform/ids.js';

const [JANA, DENIZ, RUTH, HELGA] = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist', 'helga.brandt'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

async function running() {
  const { vorgangId } = await vorgangWithDokument(office);
  const verfuegungId = await ordered(office, vorgangId, zK(office, RUTH), zwV(office, DENIZ), ZDA);
  const view = () => verfuegungOf(office, vorgangId, verfuegungId);
  const cancel = async (nummer: number, own: { login?: string; reason?: string; version?: number } = {}) => {
    const { version, ...shown } = await view();
    const { id: punktId } = punktNumber({ version, ...shown }, nummer);
    const input = { verfuegungId, version: own.version ?? version, punktId, reason: own.reason ?? 'hat sich erledigt' };
    return office.act(own.login ?? JANA, 'verfuegung.cancelPunkt', input);
  };
  return { vorgangId, verfuegungId, view, cancel };
}

describe('cancelPunkt', () => {
  it('refuses without a reason, with one that hides characters, and a page that is stale', async () => {
    const { cancel } = await running();
    for (const reason of ['', ' ', 'x', 'x'.repeat(10_000), 'heimlich\u202Eanders']) {
      expect(await cancel(1, { reason })).toMatchObject({ code: 'platform.invalidInput' });
    }
    expect(await cancel(1, { version: 9 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses a point that there is not, and one of another Verfügung', async () => {
    const [{ verfuegungId }, other] = [await running(), await running()];
    const foreign = punktNumber(await other.view(), 1).id;
    for (const punktId of [newId(), foreign]) {
      const input = { verfuegungId, version: 1, punktId, reason: 'warum nicht' };
      expect(await office.act(JANA, 'verfuegung.cancelPunkt', input)).toMatchObject({ code: 'platform.notFound' });
    }
  });

  it('refuses somebody else, but not the Registratur nor the Leitung', async () => {
    const { cancel, vorgangId, view } = await running();
    expect(await cancel(1, { login: DENIZ })).toHaveProperty('code');
    expect(punktNumber(await view(), 1)).toMatchObject({ state: 'offen' });
    done(await cancel(1, { login: HELGA }));
    done(await cancel(2, { login: RUTH }));
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
  });

  it('refuses what has been done or struck', async () => {
    const { cancel, vorgangId } = await running();
    done(await workOff(office, RUTH, vorgangId, 'kenntnis'));
    expect(await cancel(1)).toMatchObject({ code: 'verfuegung.punktEnded' });
    done(await cancel(2));
    expect(await cancel(2)).toMatchObject({ code: 'verfuegung.punktEnded' });
  });

  it('takes the Aufgabe away, leaves the point struck with the reason, and tells the history', async () => {
    const { cancel, vorgangId, view } = await running();
    done(await cancel(2, { reason: 'doppelt verfügt' }));
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toBeNull();
    expect(punktNumber(await view(), 2)).toMatchObject({
      ...{ state: 'aufgehoben', reason: 'doppelt verfügt', endedBy: 'Jana Petersen' },
    });
    const { history } = await vorgangOf(office, vorgangId);
    expect(history.map(({ de }) => de).join()).toContain(
      'Punkt aufgehoben: 2. z. w. V. (Antwort entwerfen). Grund: doppelt verfügt',
    );
  });

  it('of „z. d. A.“ takes the Aufgabe of closing away', async () => {
    const { cancel, vorgangId, view } = await running();
    done(await cancel(1));
    done(await cancel(2));
    expect(await aufgabeIn(office, JANA, vorgangId)).toMatchObject({ art: 'zda' });
    done(await cancel(3));
    expect(await aufgabeIn(office, JANA, vorgangId)).toBeNull();
    expect(await view()).toMatchObject({ state: 'fertig' });
  });
});
