import { done } from '../../test/support/closed-vorgang.js';
import { rechnungXml } from '../../test/support/letters.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { aufgabeOf, complete, filedRechnung, openAufgaben, vorgangOf } from '../../test/support/rechnung.js';
import { newId } from '../platform/ids.js';
import { STORNO_MESSAGE, stornoRechnung } from './storno-rechnung.js';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

async function storno(vorgangId: string, reason = 'Doppelt gestellt', login = 'jana.petersen') {
  const { version } = await vorgangOf(office, vorgangId);
  return office.act(login, 'rechnung.stornoRechnung', { vorgangId, version, reason });
}

describe('stornoRechnung', () => {
  it.each(['ines.vogt', 'tomasz.sliwa', 'kim.okafor'])('refuses %s without the permission', async (login) => {
    const { vorgangId } = await filedRechnung(office);
    expect(await storno(vorgangId, 'Grund', login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a Storno without a reason', async () => {
    const { vorgangId } = await filedRechnung(office);
    expect(await storno(vorgangId, '  ')).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses an unknown Vorgang and a stale version', async () => {
    const input = { vorgangId: newId(), version: 1, reason: 'Grund' };
    expect(await office.act('jana.petersen', 'rechnung.stornoRechnung', input)).toMatchObject({
      code: 'platform.notFound',
    });
    const { vorgangId } = await filedRechnung(office);
    const stale = await office.act('jana.petersen', 'rechnung.stornoRechnung', { ...input, vorgangId, version: 9 });
    expect(stale).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses where no Rechnungsfreigabe runs any more', async () => {
    const { vorgangId } = await filedRechnung(office);
    await storno(vorgangId);
    expect(await storno(vorgangId)).toMatchObject({ code: 'rechnung.nothingToStorno' });
  });

  it('ends the process, withdraws its Aufgaben, and leaves the reason in the history', async () => {
    const { vorgangId } = await filedRechnung(office);
    const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
    expect(await storno(vorgangId)).toEqual({ vorgangId });
    expect(await openAufgaben(office, vorgangId)).not.toContain('pruefung');
    expect(await complete(office, 'jana.petersen', aufgabe, { entscheidung: 'richtig' })).toMatchObject({
      code: 'aufgabe.withdrawn',
    });
    const { history, process } = await vorgangOf(office, vorgangId);
    expect(history.map(({ de }) => de)).toEqual(
      expect.arrayContaining(['Storno verlangt: Doppelt gestellt', 'Ablauf storniert']),
    );
    expect(process).toMatchObject({ activeElements: [], canStorno: false });
  });

  it('of two invoices in one Vorgang ends the one that runs, and the next one begins', async () => {
    const { vorgangId } = await filedRechnung(office);
    const eingangId = await office.receive('Zweite.xml', rechnungXml({ nummer: 'RE-2026-0816' }));
    const assignment = { eingangId, version: 2, target: { kind: 'vorgang', vorgangId } as const };
    const facts = { betreff: 'Zweite Rechnung', letterDate: '2026-11-21', processId: 'rechnungsfreigabe' };
    done(await office.act('ines.vogt', 'posteingang.assignEingang', { ...assignment, ...facts }));
    await storno(vorgangId);
    expect((await vorgangOf(office, vorgangId)).process).toMatchObject({ processId: 'rechnungsfreigabe' });
    expect(await openAufgaben(office, vorgangId)).toEqual(['pruefung']);
  });

  it('never hits the next invoice when the first one ends by itself before the Storno arrives', async () => {
    const { vorgangId } = await filedRechnung(office);
    const eingangId = await office.receive('Zweite.xml', rechnungXml({ nummer: 'RE-2026-0817' }));
    const assignment = { eingangId, version: 2, target: { kind: 'vorgang', vorgangId } as const };
    const facts = { betreff: 'Zweite Rechnung', letterDate: '2026-11-21', processId: 'rechnungsfreigabe' };
    done(await office.act('ines.vogt', 'posteingang.assignEingang', { ...assignment, ...facts }));
    const { version } = await vorgangOf(office, vorgangId);
    const input = { vorgangId, version, reason: 'Doppelt gestellt' };
    done(await office.runner.perform(office.bench.as('jana.petersen'), stornoRechnung, input, newId()));
    // The first instance ends and the second begins while the Storno is still in the outbox.
    const message = { name: STORNO_MESSAGE, correlationKey: vorgangId, messageId: newId(), ttlMs: 0, variables: {} };
    const ending = await office.runner.transaction(office.bench.system, async (tx) => ({
      outcome: await office.engine.publish(tx, message),
    }));
    expect(ending).toEqual({ outcome: 'accepted' });
    await office.engineLoops.drain();
    await office.settle();
    expect((await vorgangOf(office, vorgangId)).process).toMatchObject({ processId: 'rechnungsfreigabe' });
    expect(await openAufgaben(office, vorgangId)).toEqual(['pruefung']);
  });
});
