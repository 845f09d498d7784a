import { randomBytes } from 'node:crypto';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { idOf } from '../../test/support/records.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { createToken } from './create-token.js';
import { findLogin, listColleagues } from './identity.queries.js';
import { passwordFits } from './password.js';
import { hashToken } from './token.js';

let bench: ActBench;
let unitId: string;
beforeAll(async () => {
  bench = await openActBench();
  unitId = await idOf(bench, 'unit', 'code', '20.31');
});
afterAll(() => bench.close());

const aToken = () => `lm_${randomBytes(32).toString('base64url')}`;
const create = (own: object = {}, login = 'kim.okafor') =>
  bench.perform(login, createToken, {
    name: `Kfz-Verfahren ${newId().slice(0, 8)}`,
    unitId,
    roles: ['sachbearbeitung'],
    scopes: ['akte.read'],
    expiresOn: '2026-12-31',
    token: aToken(),
    ...own,
  });
const reasonsOf = (answer: object | Rejection) => (isRejection(answer) ? answer.reasons.map(({ code }) => code) : []);

describe('createToken', () => {
  it.each(['ruth.lindqvist', 'helga.brandt', 'jana.petersen'])('refuses %s without the permission', async (login) => {
    expect(await create({}, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    ['a name of blanks', { name: '   ' }],
    ['a name that turns the writing direction', { name: 'Kfz\u202Eetkada' }],
    ['a name with a line break', { name: 'Kfz\nVerfahren' }],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['a token that somebody thought of', { token: 'lm_geheim' }],
    ['a day in the year 0 that is none', { expiresOn: '0000-13-01' }],
    ['a role that there is not', { roles: ['koenig'] }],
    ['no role', { roles: [] }],
    ['a permission that there is not', { scopes: ['alles'] }],
    ['no permission', { scopes: [] }],
  ])('refuses %s', async (_what, own) => {
    expect(await create(own)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses with everything that stands against it at once', async () => {
    const name = 'Fachverfahren Wohngeld';
    await create({ name });
    const answer = await create({
      name: name.toUpperCase(),
      unitId: newId(),
      scopes: ['akte.read', 'process.deploy'],
      expiresOn: '2026-11-23',
    });
    expect(answer).toMatchObject({ code: 'identity.tokenRefused' });
    expect(reasonsOf(answer)).toEqual([
      'identity.tokenExpiry',
      'identity.tokenScopes',
      'identity.tokenUnit',
      'identity.tokenName',
    ]);
    expect(reasonsOf(await create({ expiresOn: '2028-01-01' }))).toEqual(['identity.tokenExpiry']);
  });

  it.each([
    ['leitung', 'zeichnung.sign'],
    ['leitung', 'protokoll.erase'],
    ['administration', 'identity.tokens'],
  ])('refuses what is for people only, also with the role %s: %s', async (role, scope) => {
    expect(reasonsOf(await create({ roles: [role], scopes: [scope] }))).toEqual(['identity.tokenScopes']);
  });

  it('makes no colleague: nobody can hand it an Aufgabe, and no password signs it in', async () => {
    const answer = await create({ name: 'Portal der Bürger' });
    if (isRejection(answer)) throw new Error(answer.message.en);
    const colleagues = await bench.database.transaction(bench.mandantId, (queries) => listColleagues(queries));
    expect(colleagues.map(({ name }) => name)).not.toContain('Portal der Bürger');
    const [row] = await bench.sql<{ login: string }>(`SELECT login FROM person WHERE name = 'Portal der Bürger'`);
    const login = await findLogin(bench.database, row?.login ?? '');
    for (const password of ['', ' ', '!']) expect(await passwordFits(login?.passwordHash ?? '', password)).toBe(false);
  });

  it('keeps the hash and nothing of the token, and names the system in the Protokoll', async () => {
    const token = aToken();
    const name = 'Ṟegisterportal';
    const answer = await create({ name: name.normalize('NFD'), token });
    if (isRejection(answer)) throw new Error(answer.message.en);
    const [row] = await bench.sql<{ token_hash: Buffer; person_id: string; name: string; kind: string }>(
      `SELECT t.token_hash, t.person_id, p.name, p.kind FROM api_token t JOIN person p ON p.id = t.person_id WHERE t.id = $1`,
      [answer.tokenId],
    );
    expect(row).toMatchObject({ name, kind: 'system', token_hash: hashToken(token) });
    const everything = await bench.sql(`SELECT t::text FROM api_token t UNION ALL SELECT r::text FROM act_result r
      UNION ALL SELECT l::text FROM protokoll_payload l UNION ALL SELECT p::text FROM person p`);
    expect(JSON.stringify(everything)).not.toContain(token.slice(3));
    expect((await bench.protokoll(row?.person_id ?? '')).at(-1)).toMatchObject({
      action: 'identity.createToken',
      actor: bench.personId('kim.okafor'),
      payload: {
        tokenId: answer.tokenId,
        scopes: ['akte.read'],
        text: { de: expect.stringContaining(name) as unknown },
      },
    });
  });
});
