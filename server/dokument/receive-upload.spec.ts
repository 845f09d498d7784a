import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createExaminer, type Examiner } from '../posteingang/examination/examine.js';
import { createReceiveUpload, type ReceiveUpload } from './receive-upload.js';

let bench: ActBench;
let examiner: Examiner;
let receive: ReceiveUpload;

beforeAll(async () => {
  bench = await openActBench();
  examiner = createExaminer();
  receive = createReceiveUpload({ ...bench, examiner, largestItem: 1_000_000 });
});
afterAll(async () => {
  await examiner.close();
  await bench.close();
});

const send = (name: string, bytes: Uint8Array | string, idempotencyKey: string | null = null) =>
  receive(bench.as('jana.petersen'), { name, bytes: Readable.from([Buffer.from(bytes)]), idempotencyKey });

describe('receiveUpload', () => {
  it.each([
    ['an empty file', 'leer.pdf', '', 'leer'],
    ['a program', 'setup.exe', Buffer.from('MZ'.padEnd(200, '\0')), 'Programm'],
    ['a file that lies about its type', 'brief.pdf', 'Guten Tag', ''],
  ])('refuses %s with the reason, and keeps no upload', async (_what, name, bytes, reason) => {
    const refused = await send(name, bytes);
    expect(refused).toMatchObject({ code: 'dokument.quarantined', message: { de: expect.stringContaining(reason) } });
    expect(refused).toMatchObject({
      message: { de: expect.stringContaining(name), en: expect.stringContaining(name) },
    });
    expect(await bench.sql(`SELECT 1 FROM dokument_upload WHERE file_name = $1`, [name])).toEqual([]);
  });

  it('refuses a file that is too large as a whole', async () => {
    expect(await send('gross.txt', 'x'.repeat(1_000_001))).toMatchObject({ code: 'platform.tooLarge' });
  });

  it('takes a file with the type that its bytes have and a name without tricks', async () => {
    const upload = done(await send('../../etc/\u202ebrief.txt', 'Guten Tag\n'));
    expect(upload).toMatchObject({ betreff: 'brief', file: { name: 'brief.txt', mime: 'text/plain', size: 10 } });
    const { sha256 } = upload;
    expect(Buffer.concat(await (await bench.objects.get(sha256)).toArray()).toString()).toBe('Guten Tag\n');
  });

  it('takes what a broken line makes the page send twice once', async () => {
    const first = done(await send('zweimal.txt', 'Guten Tag\n', 'key-1'));
    expect(await send('zweimal.txt', 'Guten Tag\n', 'key-1')).toEqual(first);
  });
});
