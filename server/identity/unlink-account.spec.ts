import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { linkAccount } from './link-account.js';
import { unlinkAccount } from './unlink-account.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

async function linked(login: string): Promise<{ personId: string; linkId: string }> {
  const personId = bench.personId(login);
  await bench.run(linkAccount, { personId, issuer: 'https://sso.example', subject: login, name: 'Kreis-Konto' });
  const [row] = await bench.sql<{ id: string }>(`SELECT id FROM account_link WHERE person_id = $1`, [personId]);
  return { personId, linkId: row?.id ?? '' };
}

describe('unlinkAccount', () => {
  it('refuses a connection of somebody else, and one that there is not', async () => {
    const { linkId } = await linked('jana.petersen');
    const personId = bench.personId('ines.vogt');
    expect(await bench.run(unlinkAccount, { personId, linkId })).toMatchObject({ code: 'platform.notFound' });
    expect(await bench.run(unlinkAccount, { personId, linkId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses the only way in', async () => {
    const input = await linked('helga.brandt');
    await bench.sql(`UPDATE person SET password_hash = '' WHERE id = $1`, [input.personId]);
    expect(await bench.run(unlinkAccount, input)).toMatchObject({ code: 'identity.onlyWayIn' });
  });

  it('ends it', async () => {
    const input = await linked('tomasz.sliwa');
    expect(await bench.run(unlinkAccount, input)).toEqual({});
    expect(await bench.sql(`SELECT 1 FROM account_link WHERE id = $1`, [input.linkId])).toEqual([]);
  });
});
