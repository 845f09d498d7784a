import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { askRoute } from '../../test/support/ask-route.js';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { connected } from '../../test/support/replay.js';
import type { AkteProtokoll, ConsistencyProof, ProtokollOverview } from '../contract/protokoll-views.js';
import type { PathValues } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { writeCheckpoints } from './checkpoint-keeper.js';
import { verifyNachweis } from './nachweis.js';
import { protokollRoutes } from './protokoll.http.js';
import { parseVerifierKey } from './signed-note.js';
import { verifyConsistency } from './verify-consistency.js';

let bench: ActBench;
let akteId: string;
let vorgangId: string;

beforeEach(async () => {
  bench = await openActBench();
  ({ akteId, vorgangId } = await openedVorgang(bench));
});
afterEach(() => bench.close());

const ask = <View extends object>(path: string, query: PathValues = {}) =>
  askRoute<View>(bench, protokollRoutes, { login: 'helga.brandt', path, values: { id: akteId }, query });
const overview = async () => done(await ask<ProtokollOverview>('/api/protokoll'));
const takeCheckpoint = () => writeCheckpoints(checkpointParts(bench), 1);

async function fill(rows: number): Promise<void> {
  await bench.runner.transaction(bench.system, (tx) => {
    const own = tx.under('akte.openVorgang');
    for (let row = 0; row < rows; row++) own.protokoll({ objectKind: 'vorgang', objectId: newId(), payload: { row } });
    return Promise.resolve({});
  });
}

async function keyInUse() {
  const { keys } = await overview();
  const key = parseVerifierKey(keys[0]?.verifierKey ?? '');
  if (!key) throw new Error('no key');
  return key;
}

describe('proofs', () => {
  it.each([
    ['a Nachweis before the first checkpoint', '/api/akten/:id/nachweis', {}, 'protokoll.noCheckpoint'],
    [
      'two states without checkpoints',
      '/api/protokoll/consistency',
      { first: '1', second: '2' },
      'protokoll.noCheckpoint',
    ],
    ['a beginning after its end', '/api/protokoll/consistency', { first: '3', second: '2' }, 'platform.invalidInput'],
    ['a size that is none', '/api/protokoll/consistency', { first: 'x' }, 'platform.invalidInput'],
    ['a page that begins nowhere', '/api/protokoll', { before: 'x' }, 'platform.invalidInput'],
  ])('refuses %s', async (_what, path, query, code) => {
    expect(await ask(path, query)).toMatchObject({ code });
  });

  it('refuses a Nachweis over rows that are not those of the checkpoint', async () => {
    await fill(1_500);
    await takeCheckpoint();
    await connected(bench.urls.administratorUrl, (client) =>
      client.query(`SET session_replication_role = replica; DELETE FROM protokoll WHERE sequence = 1100`),
    );
    expect(await ask('/api/akten/:id/nachweis')).toMatchObject({ code: 'protokoll.broken' });
  });

  it('F68 gives a Nachweis of an Akte over several tiles that is proved without this server', async () => {
    await fill(2_100);
    await createdAufgabe(bench, vorgangId);
    await takeCheckpoint();
    const later = await createdAufgabe(bench, vorgangId);
    const { text, name } = done(await ask<{ text: string; name: string }>('/api/akten/:id/nachweis'));
    const { akte, items } = done(await ask<AkteProtokoll>('/api/akten/:id/protokoll'));
    const verdict = await verifyNachweis(Readable.from(text.trimEnd().split('\n')), [await keyInUse()]);
    expect(verdict).toMatchObject({ signature: 'signed', broken: null, rows: items.length - 1, younger: 1, akte });
    expect(name).toBe(`Nachweis ${akte.aktenzeichen}.jsonl`);
    expect(text).not.toContain(later);
    expect((await overview()).size).toBeGreaterThan(2_100);
  });

  it('gives a checkpoint as the file that lies outside, and no other', async () => {
    await takeCheckpoint();
    const [checkpoint] = (await overview()).checkpoints;
    const askFor = (size: string) =>
      askRoute<{ text: string; name: string }>(bench, protokollRoutes, {
        login: 'kim.okafor',
        path: '/api/protokoll/checkpoints/:size',
        values: { size },
      });
    for (const size of ['0', 'x', '-1', '9'.repeat(30)]) {
      expect(await askFor(size)).toMatchObject({ code: 'platform.notFound' });
    }
    const { text, name } = done(await askFor(String(checkpoint?.size)));
    const outside = await readFile(join(bench.checkpoints, bench.mandantId, name), 'utf8');
    expect([text, checkpoint?.note]).toEqual([outside, outside]);
  });

  it('F68 proves that a later checkpoint continues an earlier one, also across whole tiles', async () => {
    await fill(1_100);
    await takeCheckpoint();
    await fill(1_400);
    await takeCheckpoint();
    const [newer, older] = (await overview()).checkpoints;
    const query = { first: String(older?.size), second: String(newer?.size) };
    const proof = done(await ask<ConsistencyProof>('/api/protokoll/consistency', query));
    const key = await keyInUse();
    expect(verifyConsistency(JSON.stringify(proof), [key])).toMatchObject({
      state: 'continues',
      signatures: ['signed', 'signed'],
    });
    const [hash = '', ...rest] = proof.proof;
    const forged = JSON.stringify({ ...proof, proof: [...rest, hash] });
    expect(verifyConsistency(forged, [key])?.state).toBe('differs');
    expect(verifyConsistency('{}', [key])).toBeNull();
  });
});
