import type { Reachability } from '../../connectors/api/directory-port.js';
import { watchDirectories } from './directory-health.js';
import type { LdapDirectory } from './directory.js';

describe('the lights of the directories', () => {
  it('are none where there are none', async () => {
    expect(await watchDirectories({ houses: [] })()).toEqual([]);
  });

  it('say which one is away, and ask it at most twice a minute however often the health is read', async () => {
    let [now, asked] = [0, 0];
    let state: Reachability = 'away';
    const reach = () => {
      asked++;
      return Promise.resolve(state);
    };
    const directory: LdapDirectory = {
      ...{ id: 'haus', name: 'Windows-Konto', issuer: 'ldap haus', people: 'link', groups: [], kind: 'ldap' },
      connector: { reach, check: () => Promise.resolve({ kind: 'away', reason: '' }) },
    };
    const house = { behoerdenschluessel: '99010', secondFactor: [], directories: [directory] };
    const lights = watchDirectories({ houses: [house] }, () => now);
    const [first] = await Promise.all([lights(), lights()]);
    expect(first).toMatchObject([
      { name: 'sign-in haus', state: 'degraded', de: expect.stringContaining('Windows') as string },
    ]);
    expect(asked).toBe(1);
    state = 'ok';
    now = 30_000;
    expect(await lights()).toMatchObject([{ state: 'ok' }]);
    expect(asked).toBe(2);
  });
});
