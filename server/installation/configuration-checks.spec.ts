import { readConfiguration } from '../platform/config.js';
import { checkConfiguration, type Surroundings } from './configuration-checks.js';

const nothing: Surroundings = { find: () => null, node: 'v20.19.0' };

function checked(environment: NodeJS.ProcessEnv, surroundings = nothing) {
  const checks = checkConfiguration(readConfiguration(environment), surroundings);
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

describe('checkConfiguration', () => {
  it('F100 says that an address without TLS must not stay like that, unless only this machine reaches it', () => {
    expect(checked({ LAUFMAPPE_URL: 'http://akte.kreis.example' })['address']).toMatchObject({
      state: 'wrong',
      found: { de: expect.stringContaining('Klartext') },
      remedy: { en: expect.stringContaining('LAUFMAPPE_URL=https://') },
    });
    for (const address of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000']) {
      expect(checked({ LAUFMAPPE_URL: address })['address']).toMatchObject({ state: 'hint' });
    }
    expect(checked({ LAUFMAPPE_URL: 'https://akte.kreis.example' })['address']).toMatchObject({ state: 'ok' });
  });

  it('F100 names for everything that an office would want otherwise what to do, and tells no value', () => {
    const secret = 'geheim-4711';
    const checks = Object.values(
      checked({
        DATABASE_URL: `postgres://app:${secret}@db.example/laufmappe`,
        DATABASE_OWNER_URL: `postgres://owner:${secret}@db.example/laufmappe`,
        DATABASE_SESSION_URL: `postgres://session:${secret}@db.example/laufmappe`,
        LAUFMAPPE_SMTP_URL: `smtp://poststelle:${secret}@mail.example:587`,
        LAUFMAPPE_MAIL_FROM: 'poststelle@kreis.example',
      }),
    );
    for (const { state, remedy } of checks) expect(state === 'ok').toBe(remedy === null);
    expect(JSON.stringify(checks)).not.toContain(secret);
    expect(checks.find(({ name }) => name === 'mail')).toMatchObject({ state: 'ok' });
    expect(checks.find(({ name }) => name === 'mode')).toMatchObject({ state: 'ok' });
  });

  it('F100 sees which programs are there', () => {
    const all = { find: (program: string) => `/usr/bin/${program}`, node: 'v24.1.0' };
    const { office, recognition, node } = checked({}, all);
    expect([office?.state, recognition?.state, node?.state]).toEqual(['ok', 'ok', 'ok']);
    const without = checked({}, { ...all, find: (program) => (program === 'pdftoppm' ? null : program) });
    expect(without['recognition']).toMatchObject({ state: 'hint' });
    expect(checked({})).toMatchObject({ office: { state: 'hint' }, node: { state: 'hint' } });
  });
});
