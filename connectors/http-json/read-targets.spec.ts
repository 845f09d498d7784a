import { readTargets, TargetProblem } from './read-targets.js';

const read = (entry: object, environment = {}) => readTargets(JSON.stringify({ melderegister: entry }), environment);
const SECRET = { header: 'Authorization', environment: 'REGISTER_TOKEN' };
const URL_OF = 'https://register.example/frage';

describe('readTargets', () => {
  it.each([
    'http://register.example/frage',
    'http://127.0.0.1.register.example/',
    'ftp://register.example/',
    'https://user:geheim@register.example/',
    'file:///etc/passwd',
    'register.example',
  ])('refuses the address %s', (url) => {
    expect(() => read({ url })).toThrow(TargetProblem);
  });

  it('refuses a secret that is written into the file', () => {
    expect(() => read({ url: URL_OF, secret: { header: 'Authorization', value: 'geheim' } })).toThrow('melderegister');
  });

  it('refuses a secret that is not set, cannot stand in a header, or takes a header of the request', () => {
    expect(() => read({ url: URL_OF, secret: SECRET })).toThrow('REGISTER_TOKEN is not set');
    const broken = { REGISTER_TOKEN: 'geheim\r\nX-Evil: 1' };
    expect(() => read({ url: URL_OF, secret: SECRET }, broken)).toThrow('cannot stand in a header');
    expect(() => read({ url: URL_OF, secret: SECRET }, broken)).not.toThrow(/geheim/);
    const host = { ...SECRET, header: 'Host' };
    expect(() => read({ url: URL_OF, secret: host }, { REGISTER_TOKEN: 'x' })).toThrow('not free');
  });

  it('refuses what is no JSON, a name that no model could write, and a limit beyond reason', () => {
    expect(() => readTargets('{', {})).toThrow('no JSON');
    expect(() => readTargets(JSON.stringify({ 'Melde Register': { url: URL_OF } }), {})).toThrow(TargetProblem);
    expect(() => read({ url: URL_OF, timeoutSeconds: 600 })).toThrow('timeoutSeconds');
  });

  it('takes https anywhere and http on this machine, with limits and the secret by its name', () => {
    expect(read({ url: URL_OF, timeoutSeconds: 2.5, secret: SECRET }, { REGISTER_TOKEN: 'Bearer x' })).toEqual([
      {
        name: 'melderegister',
        url: URL_OF,
        secret: { header: 'Authorization', value: 'Bearer x' },
        timeoutMilliseconds: 2_500,
        largestAnswer: 256_000,
      },
    ]);
    expect(read({ url: 'http://127.0.0.1:8080/' })).toMatchObject([{ secret: null, timeoutMilliseconds: 10_000 }]);
  });
});
