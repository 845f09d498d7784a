import { openAskedSystem, type AskedSystem } from '../../test/support/asked-system.js';
import type { QuestionTarget } from '../api/question-port.js';
import { askHttpJson } from './ask-http-json.js';

let system: AskedSystem;

beforeEach(async () => {
  system = await openAskedSystem();
});
afterEach(() => system.close());

const ask = (own: Partial<QuestionTarget> = {}) =>
  askHttpJson(
    {
      name: 'register',
      url: system.url,
      secret: { header: 'Authorization', value: 'Bearer geheim' },
      timeoutMilliseconds: 5_000,
      largestAnswer: 1_000,
      ...own,
    },
    { frage: 'Ä?' },
    'once-1',
  );

describe('askHttpJson', () => {
  it.each([400, 401, 403, 404, 409, 410, 422, 501])('is refused where the other side says %i', async (status) => {
    system.behave = (response) => response.writeHead(status).end('{"x":1}');
    expect(await ask()).toMatchObject({ kind: 'refused', status });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('may ask again where the other side says %i', async (status) => {
    system.behave = (response) => response.writeHead(status).end();
    expect(await ask()).toEqual({ kind: 'later', reason: `HTTP ${status}` });
  });

  it('follows no redirect, wherever it leads: the data goes where the administrator said', async () => {
    const elsewhere = await openAskedSystem();
    for (const status of [301, 302, 303, 307, 308]) {
      system.behave = (response) => response.writeHead(status, { location: elsewhere.url }).end();
      expect(await ask()).toMatchObject({ kind: 'refused', status });
    }
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  it.each(['<html>', '', '{"a":', '\u00ff'])('is refused where the answer is no JSON in UTF-8: %j', async (body) => {
    system.behave = (response) => response.end(Buffer.from(body, 'latin1'));
    expect(await ask()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('no JSON') });
  });

  it('reads no more than it may, also where the other side never ends', async () => {
    system.behave = (response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    };
    expect(await ask()).toMatchObject({ kind: 'refused', reason: 'answers with more than 1000 bytes' });
  });

  it('gives up on a system that is silent, and on one that sends byte by byte', async () => {
    system.behave = () => undefined;
    expect(await ask({ timeoutMilliseconds: 100 })).toEqual({ kind: 'later', reason: 'no answer within 100 ms' });
    system.behave = (response) => {
      response.write('{');
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await ask({ timeoutMilliseconds: 200 })).toEqual({ kind: 'later', reason: 'no answer within 200 ms' });
  });

  it('may ask again where the connection breaks or nobody is there, and tells no secret', async () => {
    system.behave = (response) => response.destroy();
    const broken = await ask();
    expect(broken).toMatchObject({ kind: 'later' });
    await system.close();
    const away = await ask();
    expect(away).toEqual({ kind: 'later', reason: 'ECONNREFUSED' });
    expect(JSON.stringify([broken, away])).not.toContain('geheim');
    system = await openAskedSystem();
  });

  it('asks in JSON, with the secret and the key that is the same for every try', async () => {
    system.behave = (response) => response.end('{"antwort":"Ö"}');
    expect(await ask()).toEqual({ kind: 'answer', value: { antwort: 'Ö' } });
    expect(system.asked).toMatchObject([
      {
        question: { frage: 'Ä?' },
        headers: { authorization: 'Bearer geheim', 'idempotency-key': 'once-1', 'content-type': 'application/json' },
      },
    ]);
  });
});
