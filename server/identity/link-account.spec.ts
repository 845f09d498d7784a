import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { linkAccount } from './link-account.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const link = (login: string, subject: string, issuer = 'https://sso.example') =>
  bench.run(linkAccount, { personId: bench.personId(login), issuer, subject, name: 'Kreis-Konto' });

describe('linkAccount', () => {
  it('refuses an account that somebody else has, and a second one of the same directory', async () => {
    expect(await link('jana.petersen', 'jana')).toEqual({});
    expect(await link('ines.vogt', 'jana')).toMatchObject({ code: 'identity.accountTaken' });
    expect(await link('jana.petersen', 'jana-2')).toMatchObject({ code: 'identity.accountLinked' });
    expect(await link('jana.petersen', 'jana')).toMatchObject({ code: 'identity.accountLinked' });
  });

  it('connects it, and says so in the Protokoll', async () => {
    expect(await link('helga.brandt', 'helga')).toEqual({});
    expect(await link('helga.brandt', 'helga', 'https://anderswo.example')).toEqual({});
    expect((await bench.protokoll(bench.personId('helga.brandt'))).map(({ action }) => action)).toEqual([
      'identity.linkAccount',
      'identity.linkAccount',
    ]);
  });
});
