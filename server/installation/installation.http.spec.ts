import { done } from '../../test/support/closed-vorgang.js';
import { aMandant } from '../../test/support/mandanten.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import type { InstallationView, LogView } from '../contract/health-views.js';
import { createMandant } from '../mandant/create-mandant.js';
import { newId } from '../platform/ids.js';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

describe('the state of the installation', () => {
  it('F100 is told to the administration and to nobody else', async () => {
    for (const login of ['jana.petersen', 'ruth.lindqvist', 'helga.brandt']) {
      expect(await office.read(login, '/api/zustand')).toMatchObject({ code: 'identity.notPermitted' });
      expect(await office.read(login, '/api/zustand/log')).toMatchObject({ code: 'identity.notPermitted' });
    }
    const view = done(await office.read<InstallationView>('kim.okafor', '/api/zustand'));
    expect(view).toMatchObject({ health: { state: 'ok' }, node: process.version });
    expect(view.checks.find(({ name }) => name === 'mode')).toMatchObject({ state: 'hint' });
  });

  it('F100 shows the log where there is one Mandant, and refuses it where its ids would be those of others', async () => {
    expect(done(await office.read<LogView>('kim.okafor', '/api/zustand/log?level=warn'))).toEqual({
      items: [],
      forgotten: 0,
    });
    const actor = { kind: 'system', name: 'mandanten/test' } as const;
    done(await office.runner.run({ mandantId: newId(), actor }, createMandant, aMandant()));
    expect(await office.read('kim.okafor', '/api/zustand/log')).toMatchObject({ code: 'mandant.logOfOperator' });
  });
});
