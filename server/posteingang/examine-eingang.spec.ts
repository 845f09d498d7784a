import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { examinedPart, NOTHING_FOUND, receivedEingang } from '../../test/support/eingaenge.js';
import { reject } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { examineEingang } from './examine-eingang.js';
import type { Examined, Examiner } from './examination/examine.js';

const PART = 'body of the mail';
const sha256 = createHash('sha256').update(PART).digest('hex');
let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** What an examiner hands over that found one part; the examiner itself is tested in its folder. */
function examined(content: string, discarded: () => void = () => undefined): Examined {
  const examination = { ...NOTHING_FOUND, parts: [examinedPart(0, { sha256, size: PART.length })] };
  return {
    examination,
    original: { sha256, size: content.length },
    openPart: () => Readable.from([Buffer.from(content)]),
    discard: () => Promise.resolve(discarded()),
  };
}

function examine(eingangId: string, answer: Examiner['examine'], objects: Partial<ActBench['objects']> = {}) {
  const judge = () => Promise.reject(new Error('A letter is examined and not judged alone'));
  const examiner: Examiner = { examine: answer, judge, close: () => Promise.resolve() };
  const handler = examineEingang({ objects: { ...bench.objects, ...objects }, examiner });
  return bench.runner.transaction(bench.system, async (tx) => (await handler(tx, { eingangId }, eingangId)) ?? {});
}

const stateOf = async (eingangId: string) =>
  (await bench.sql<{ state: string }>(`SELECT state FROM eingang WHERE id = $1`, [eingangId]))[0]?.state;

describe('examineEingang', () => {
  it('refuses a payload of another shape, and leaves an Eingang alone that was taken back', async () => {
    const never = () => Promise.reject(new Error('examined'));
    expect(await examine(newId(), never)).toEqual({});
    await expect(examine('no id', never)).rejects.toThrow('eingangId');
  });

  it('leaves the Eingang for later while no examination can be started', async () => {
    const eingangId = await receivedEingang(bench);
    const answer = await examine(eingangId, () => Promise.resolve(reject('posteingang.examinationUnavailable')));
    expect(answer).toMatchObject({ code: 'posteingang.examinationUnavailable' });
    expect(await stateOf(eingangId)).toBe('empfangen');
  });

  it('records nothing when a part cannot be stored, and still clears up', async () => {
    const eingangId = await receivedEingang(bench);
    let cleared = 0;
    const full = { put: () => Promise.resolve(reject('platform.storageFull')) };
    const answer = await examine(eingangId, () => Promise.resolve(examined(PART, () => (cleared += 1))), full);
    expect(answer).toMatchObject({ code: 'platform.storageFull' });
    expect([await stateOf(eingangId), cleared]).toEqual(['empfangen', 1]);
  });

  it('records nothing when a part is not what its hash says', async () => {
    const eingangId = await receivedEingang(bench);
    const other = PART.replace('mail', 'MAIL');
    await expect(examine(eingangId, () => Promise.resolve(examined(other)))).rejects.toThrow('part 0 changed');
    expect(await stateOf(eingangId)).toBe('empfangen');
  });

  it('does not look again into what has been examined', async () => {
    const eingangId = await receivedEingang(bench);
    await examine(eingangId, () => Promise.resolve(examined(PART)));
    expect(await examine(eingangId, () => Promise.reject(new Error('examined twice')))).toEqual({});
  });

  it('has every part in the store before the row that refers to it', async () => {
    const eingangId = await receivedEingang(bench);
    await examine(eingangId, () => Promise.resolve(examined(PART)));
    expect([await stateOf(eingangId), await bench.objects.verify(sha256)]).toEqual(['geprueft', 'intact']);
    expect(await bench.sql(`SELECT sha256 FROM eingang_part WHERE eingang_id = $1`, [eingangId])).toEqual([{ sha256 }]);
  });
});
