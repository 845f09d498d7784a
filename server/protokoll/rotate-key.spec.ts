import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { recordSignIn } from '../identity/sign-in.js';
import { readCheckpoints } from './checkpoint-folder.js';
import { writeCheckpoints } from './checkpoint-keeper.js';
import { checkSignatures } from './check-signatures.js';
import { listKeys } from './key.store.js';
import { createRotateKey } from './rotate-key.js';
import { parseVerifierKey } from './signed-note.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const rotate = (keyHash: string, login = 'kim.okafor', reason = 'Wechsel im Team') =>
  bench.perform(login, createRotateKey(checkpointParts(bench).secret), { keyHash, reason });
const take = () => writeCheckpoints(checkpointParts(bench), 1);
const keys = () => bench.database.transaction(bench.mandantId, (queries) => listKeys(queries));
const current = async () => (await keys())[0]!;

describe('rotateKey', () => {
  it.each(['ruth.lindqvist', 'helga.brandt'])('refuses %s without the permission', async (login) => {
    expect(await rotate('00000000', login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses before there is a key, a key that is not the one in use, and no reason', async () => {
    expect(await rotate('00000000')).toMatchObject({ code: 'protokoll.noKey' });
    await take();
    expect(await rotate('00000000')).toMatchObject({ code: 'platform.stale' });
    expect(await rotate((await current()).keyHash, 'kim.okafor', '   ')).toMatchObject({
      code: 'platform.invalidInput',
    });
    expect(await keys()).toHaveLength(1);
  });

  it('lets the old key vouch for the new one in one checkpoint, then forgets it', async () => {
    await take();
    const old = await current();
    const { verifierKey } = (await rotate(old.keyHash)) as { verifierKey: string };
    const next = parseVerifierKey(verifierKey)!;
    await take();
    expect(await keys()).toMatchObject([
      { keyHash: next.keyHash, retiredAt: null },
      { keyHash: old.keyHash, sealedKey: null, retiredAt: '2026-11-24T09:00:00.000Z' },
    ]);
    await bench.run(recordSignIn, { personId: bench.personId('kim.okafor') });
    await take();
    const { checkpoints } = await readCheckpoints(bench.checkpoints, bench.mandantId);
    expect(checkpoints.map((each) => checkSignatures(each, [old]))).toEqual(['signed', 'signed', 'foreign']);
    expect(checkpoints.map((each) => checkSignatures(each, [next]))).toEqual(['foreign', 'signed', 'signed']);
  });

  it('names both public keys and the reason in the Protokoll', async () => {
    await take();
    const old = await current();
    const { verifierKey } = (await rotate(old.keyHash)) as { verifierKey: string };
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'protokoll.rotateKey',
      actor: bench.personId('kim.okafor'),
      payload: { verifierKey, replaces: expect.stringContaining(old.keyHash) as unknown, reason: 'Wechsel im Team' },
    });
  });
});
