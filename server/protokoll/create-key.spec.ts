import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isRejection } from '../contract/rejections.js';
import { openKey } from '../signatur/keys/seal-key.js';
import { createKey } from './create-key.js';
import { listKeys } from './key.store.js';
import { noteFits, signNote } from './signed-note.js';

const secret = Buffer.alloc(32, 9);
let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const keys = () => bench.database.transaction(bench.mandantId, (queries) => listKeys(queries));
const rowsAbout = async () =>
  (await bench.protokoll(bench.mandantId)).filter(({ action }) => action === 'protokoll.createKey');

describe('createKey', () => {
  it('makes one key however many ask at once, and says so in the Protokoll once', async () => {
    await Promise.all([1, 2, 3].map(() => bench.run(createKey, { secret })));
    const [key, ...more] = await keys();
    expect(more).toEqual([]);
    expect(key).toMatchObject({ name: `laufmappe/protokoll/${bench.mandantId}`, retiredAt: null });
    expect(await rowsAbout()).toMatchObject([
      { payload: { text: { de: expect.stringContaining(key?.keyHash ?? '-') as unknown } } },
    ]);
  });

  it('seals the private half, which the secret of the server opens and no other', async () => {
    await bench.run(createKey, { secret });
    const [key] = await keys();
    const sealed = key?.sealedKey ?? Buffer.alloc(0);
    expect(openKey(Buffer.alloc(32, 1), sealed)).toMatchObject({ code: 'signatur.keySealed' });
    const privateKey = openKey(secret, sealed);
    if (isRejection(privateKey) || !key) throw new Error('the key does not open');
    expect(noteFits('x\n', signNote('x\n', { ...key, privateKey }), key)).toBe(true);
  });
});
