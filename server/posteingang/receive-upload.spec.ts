import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { createUploads, type Uploads } from '../platform/uploads/uploads.js';
import { receiveUpload } from './receive-upload.js';

let bench: ActBench;
let uploads: Uploads;
beforeAll(async () => {
  bench = await openActBench();
  const { runner, objects } = bench;
  uploads = createUploads({ runner, objects, largestItem: 1_000_000, freeBytes: () => Promise.resolve(Infinity) });
});
afterAll(() => bench.close());

async function uploaded(content: string, login = 'ines.vogt'): Promise<string> {
  const context = bench.as(login);
  const size = Buffer.byteLength(content);
  const { id } = done(await uploads.begin(context, { fileName: 'Brief.pdf', size, sha256: null }));
  done(await uploads.receive(context, id, { start: 0, sha256: null, bytes: Readable.from([Buffer.from(content)]) }));
  return id;
}

const finished = async (content: string, login = 'ines.vogt') =>
  done(await uploads.finish(bench.as(login), await uploaded(content, login))).id;

describe('receiveUpload', () => {
  it('refuses without the permission posteingang.receive, and the upload stays', async () => {
    const uploadId = await finished('%PDF-1.7 a', 'jana.petersen');
    expect(await bench.perform('jana.petersen', receiveUpload, { uploadId })).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(await bench.sql(`SELECT id FROM upload WHERE id = $1`, [uploadId])).toHaveLength(1);
  });

  it('refuses an upload that is not finished, one of somebody else and one that is not there', async () => {
    const half = await uploaded('%PDF-1.7 half');
    const foreign = await finished('%PDF-1.7 foreign', 'jana.petersen');
    expect(await bench.perform('ines.vogt', receiveUpload, { uploadId: half })).toMatchObject({
      code: 'upload.incomplete',
    });
    for (const uploadId of [foreign, newId()]) {
      const answer = await bench.perform('ines.vogt', receiveUpload, { uploadId });
      expect(answer).toMatchObject({ code: 'platform.notFound' });
    }
  });

  it('makes one Eingang of an upload, also when the page asks again', async () => {
    const uploadId = await finished('%PDF-1.7 once');
    const key = newId();
    const first = done(await bench.perform('ines.vogt', receiveUpload, { uploadId }, key));
    expect(await bench.perform('ines.vogt', receiveUpload, { uploadId }, key)).toEqual(first);
    expect(await bench.perform('ines.vogt', receiveUpload, { uploadId })).toMatchObject({ code: 'platform.notFound' });
    expect(await bench.protokoll(first.eingangId)).toMatchObject([
      { action: 'posteingang.receiveEingang', payload: { channel: 'upload', fileName: 'Brief.pdf', size: 13 } },
    ]);
    expect(await bench.followUps('posteingang.examine')).toContainEqual(
      expect.objectContaining({ key: first.eingangId }),
    );
  });

  it('tells that the same bytes have come before', async () => {
    done(await bench.perform('ines.vogt', receiveUpload, { uploadId: await finished('%PDF-1.7 twice') }));
    const again = await bench.perform('ines.vogt', receiveUpload, { uploadId: await finished('%PDF-1.7 twice') });
    expect(again).toMatchObject({ duplicate: true });
  });
});
