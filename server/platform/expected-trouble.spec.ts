import { expectedTrouble } from './expected-trouble.js';

const withCode = (code: string) => Object.assign(new Error('trouble'), { code });

describe('expectedTrouble', () => {
  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a violated constraint', withCode('23505')],
    ['a file that is missing', withCode('ENOENT')],
    ['nothing', undefined],
    ['a text', 'no'],
  ])('leaves %s to whoever must hear of it', (_name, error) => {
    expect(expectedTrouble(error)).toBeNull();
  });

  it.each(['ENOSPC', 'EDQUOT', '53100'])('knows a full disk by %s', (code) => {
    expect(expectedTrouble(withCode(code))).toMatchObject({ code: 'platform.storageFull', status: 507 });
  });

  it.each(['08006', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])('knows a database that is away by %s', (code) => {
    expect(expectedTrouble(withCode(code))).toMatchObject({ code: 'platform.unavailable', status: 503 });
  });

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'database "laufmappe" is not currently accepting connections',
  ])('knows what has no code of its own: %s', (message) => {
    expect(expectedTrouble(new Error(message))).toMatchObject({ status: 503 });
  });
});
