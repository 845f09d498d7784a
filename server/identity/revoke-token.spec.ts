import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { createToken } from './create-token.js';
import { loadPerson } from './identity.queries.js';
import { revokeToken } from './revoke-token.js';

let bench: ActBench;
let tokenId: string;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  const input = {
    name: `System ${newId()}`,
    unitId: await idOf(bench, 'unit', 'code', '20.31'),
    roles: ['sachbearbeitung'],
    scopes: ['akte.read'],
    expiresOn: '2026-12-31',
    token: `lm_${newId().replaceAll('-', '')}01234567890`,
  };
  ({ tokenId } = done(await bench.perform('kim.okafor', createToken, input)));
});

const revoke = (id = tokenId, login = 'kim.okafor') => bench.perform(login, revokeToken, { tokenId: id });

describe('revokeToken', () => {
  it.each(['ruth.lindqvist', 'jana.petersen'])('refuses %s without the permission', async (login) => {
    expect(await revoke(tokenId, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a token that there is not, and one that is revoked already', async () => {
    expect(await revoke(newId())).toMatchObject({ code: 'platform.notFound' });
    await revoke();
    expect(await revoke()).toMatchObject({ code: 'identity.tokenRevoked' });
  });

  it('ends the token and the account behind it, and says so in the Protokoll', async () => {
    expect(await revoke()).toEqual({ tokenId });
    const [row] = await bench.sql<{ personId: string; at: Date }>(
      `SELECT person_id AS "personId", revoked_at AS at FROM api_token WHERE id = $1`,
      [tokenId],
    );
    expect(row?.at).toEqual(bench.clock.now());
    const person = await bench.database.transaction(bench.mandantId, (queries) =>
      loadPerson(queries, row?.personId ?? ''),
    );
    expect(person).toBeNull();
    expect((await bench.protokoll(row?.personId ?? '')).at(-1)).toMatchObject({ action: 'identity.revokeToken' });
  });
});
