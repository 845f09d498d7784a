import { TestBed } from '@angular/core/testing';
import { Models } from './models.js';

/** The network: what was asked for, and whether the server is there. */
function network() {
  const asked: string[] = [];
  const server = { state: 'there' as 'there' | 'away' };
  globalThis.fetch = (async (url: string) => {
    asked.push(url);
    if (server.state === 'away') throw new TypeError('Failed to fetch');
    return { ok: true, status: 200, text: async () => JSON.stringify({ xml: `model of ${url}` }) };
  }) as unknown as typeof fetch;
  return { asked, server, models: TestBed.inject(Models) };
}

describe('Models', () => {
  it('has none while the server is away, and asks again afterwards', async () => {
    const { server, models } = network();
    server.state = 'away';
    expect(await models.read('/api/processes/p/1')).toBeNull();
    server.state = 'there';
    expect(await models.read('/api/processes/p/1')).toBe('model of /api/processes/p/1');
  });

  it('reads each version once, also when two ask at the same time', async () => {
    const { asked, models } = network();
    await Promise.all([models.read('/api/processes/p/1'), models.read('/api/processes/p/1')]);
    await models.read('/api/processes/p/2');
    expect(asked).toEqual(['/api/processes/p/1', '/api/processes/p/2']);
  });

  it('keeps the eight that were looked at last', async () => {
    const { asked, models } = network();
    for (let version = 1; version <= 8; version++) await models.read(`/api/processes/p/${version}`);
    await models.read('/api/processes/p/1');
    await models.read('/api/processes/p/9');
    asked.length = 0;
    await models.read('/api/processes/p/1');
    await models.read('/api/processes/p/2');
    expect(asked).toEqual(['/api/processes/p/2']);
  });
});
