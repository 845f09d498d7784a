import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { restoreObject } from './restore-object.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

describe('restoreObject', () => {
  it('leaves one row in the Protokoll of the record that missed its bytes', async () => {
    const [objectId, sha256] = [newId(), 'a'.repeat(64)];
    await bench.run(restoreObject, { objectKind: 'dokument', objectId, sha256, fault: 'missing' });
    expect(await bench.protokoll(objectId)).toMatchObject([
      {
        action: 'consistency.restoreObject',
        objectKind: 'dokument',
        payload: { sha256, fault: 'missing', source: 'backup' },
      },
    ]);
  });
});
