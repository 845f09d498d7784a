import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { uploaded, waitingUploads } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { dropUpload } from './drop-upload.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('dropUpload', () => {
  it('refuses without dokument.write', async () => {
    const answer = await bench.perform('kim.okafor', dropUpload, { uploadId: newId() });
    expect(answer).toMatchObject({ code: 'identity.notPermitted' });
  });

  it("refuses what is not there, and somebody else's", async () => {
    const uploadId = await uploaded(bench, 'ruth.lindqvist');
    for (const id of [newId(), uploadId]) {
      const answer = await bench.perform('jana.petersen', dropUpload, { uploadId: id });
      expect(answer).toMatchObject({ code: 'dokument.uploadUnknown' });
    }
    expect(await waitingUploads(bench, 'ruth.lindqvist')).toEqual([uploadId]);
  });

  it('lets go of the bytes and leaves their hash in the Protokoll', async () => {
    const uploadId = await uploaded(bench, 'jana.petersen');
    expect(await bench.perform('jana.petersen', dropUpload, { uploadId })).toEqual({});
    expect(await waitingUploads(bench, 'jana.petersen')).toEqual([]);
    expect((await bench.protokoll(uploadId)).map(({ action }) => action)).toEqual([
      'dokument.keepUpload',
      'dokument.dropUpload',
    ]);
  });
});
