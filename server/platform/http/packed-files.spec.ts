import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { packedFiles } from './packed-files.js';

const SCRIPT = 'console.log("Laufmappe");'.repeat(100);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-packed-'));
  const client = join(folder, 'client');
  await mkdir(join(client, 'media'), { recursive: true });
  await writeFile(join(client, 'main.js'), SCRIPT);
  await writeFile(join(client, 'main.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(client, 'media', 'small.js'), 'x');
  await writeFile(join(folder, 'outside.js.gz'), 'secret');
  const application = express();
  application.use(packedFiles(client, (response) => response.setHeader('cache-control', 'immutable')));
  application.use(express.static(client));
  await new Promise<void>((resolve) => (server = application.listen(0, '127.0.0.1', () => resolve())));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function get(path: string, coding: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': coding } });
}

describe('packedFiles', () => {
  it('sends nothing packed to those who do not take it, and tells caches that there are two', async () => {
    const response = await get('/main.js', 'identity');
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, 'accept-encoding']);
    expect(await response.text()).toBe(SCRIPT);
  });

  it('leaves alone what was not packed, and what lies elsewhere', async () => {
    expect((await get('/media/small.js', 'gzip')).headers.get('content-encoding')).toBeNull();
    for (const path of ['/..%2foutside.js', '/%2e%2e/outside.js', '/media']) {
      expect(await (await get(path, 'gzip')).text()).not.toContain('secret');
    }
  });

  it('sends the packed copy as what it is, with the headers of the file', async () => {
    const response = await get('/main.js', 'br;q=0, gzip');
    const headers = ['content-encoding', 'content-type', 'vary', 'cache-control'].map((n) => response.headers.get(n));
    expect(headers).toEqual(['gzip', 'text/javascript; charset=utf-8', 'accept-encoding', 'immutable']);
    expect(Number(response.headers.get('content-length'))).toBe(gzipSync(SCRIPT).length);
    expect(await response.text()).toBe(SCRIPT);
  });
});
