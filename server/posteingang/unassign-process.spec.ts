import { done } from '../../test/support/closed-vorgang.js';
import { rechnungXml } from '../../test/support/letters.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { aufgabeOf, complete, filedRechnung, openAufgaben, vorgangOf } from '../../test/support/rechnung.js';
import { newId } from '../platform/ids.js';
import { assignEingang } from './assign-eingang.js';
import { unassignEingang } from './unassign-eingang.js';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const facts = { betreff: 'Rechnung', letterDate: null, processId: 'rechnungsfreigabe' };
const takeBack = (eingangId: string, version: number) =>
  office.act('ines.vogt', 'posteingang.unassignEingang', { eingangId, version });

describe('a filing with a process, taken back', () => {
  it('refuses once its process has gone on', async () => {
    const { vorgangId, eingangId } = await filedRechnung(office, { nummer: 'RE-2026-0902' });
    const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
    done(await complete(office, 'jana.petersen', aufgabe, { entscheidung: 'richtig' }));
    const refused = await takeBack(eingangId, 3);
    expect(refused).toMatchObject({ code: 'posteingang.aufgabeUsed' });
  });

  it('refuses while its process waits for another one of the Vorgang', async () => {
    const { vorgangId } = await filedRechnung(office, { nummer: 'RE-2026-0903' });
    const eingangId = await office.receive('Zweite.xml', rechnungXml({ nummer: 'RE-2026-0904' }));
    const target = { kind: 'vorgang', vorgangId } as const;
    done(await office.act('ines.vogt', 'posteingang.assignEingang', { eingangId, version: 2, target, ...facts }));
    const refused = await takeBack(eingangId, 3);
    expect(refused).toMatchObject({ code: 'posteingang.processUnderway' });
  });

  it('ends the process that it had begun, and filed anew it begins again', async () => {
    const { vorgangId, akteId, eingangId } = await filedRechnung(office, { nummer: 'RE-2026-0901' });
    expect(await openAufgaben(office, vorgangId)).toEqual(['pruefung']);
    const back = done(await takeBack(eingangId, 3));
    expect(await openAufgaben(office, vorgangId)).toEqual([]);
    expect((await vorgangOf(office, vorgangId)).process).toMatchObject({ activeElements: [] });
    const target = { kind: 'akte', akteId, vorgangBetreff: 'Noch einmal' } as const;
    const again = done(
      await office.act('ines.vogt', 'posteingang.assignEingang', { eingangId, ...back, target, ...facts }),
    );
    expect(await openAufgaben(office, again.vorgangId)).toEqual(['pruefung']);
    done(await takeBack(eingangId, back.version + 1));
    const same = { kind: 'vorgang', vorgangId: again.vorgangId } as const;
    const third = { eingangId, version: back.version + 2, target: same, ...facts };
    done(await office.act('ines.vogt', 'posteingang.assignEingang', third));
    expect(await openAufgaben(office, again.vorgangId)).toEqual(['pruefung']);
  });

  it('lets no process begin that had not begun yet', async () => {
    const { akteId } = await filedRechnung(office, { nummer: 'RE-2026-0905' });
    const eingangId = await office.receive('Dritte.xml', rechnungXml({ nummer: 'RE-2026-0906' }));
    const target = { kind: 'akte', akteId, vorgangBetreff: 'Dritte' } as const;
    const ines = office.bench.as('ines.vogt');
    const filing = { eingangId, version: 2, target, ...facts };
    const { vorgangId } = done(await office.runner.perform(ines, assignEingang, filing, newId()));
    done(await office.runner.perform(ines, unassignEingang, { eingangId, version: 3 }, newId()));
    await office.settle();
    expect(await openAufgaben(office, vorgangId)).toEqual([]);
    expect((await vorgangOf(office, vorgangId)).process).toBeNull();
  });
});
