import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { waitingUploads } from '../../test/support/dokumente.js';
import { NOTHING_FOUND } from '../../test/support/eingaenge.js';
import { newId } from '../platform/ids.js';
import { keepDraft } from './keep-draft.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const file = (digit: string) => ({
  ...{ name: 'Bescheid.odt', mime: 'application/vnd.oasis.opendocument.text', size: 7 },
  sha256: digit.repeat(64),
});
const keep = (digit: string, replaces: string | null) =>
  bench.runner.run(bench.as('jana.petersen'), keepDraft, {
    ...{ dokumentId: newId(), replaces, file: file(digit), examination: NOTHING_FOUND },
  });

describe('keepDraft', () => {
  it('takes no draft of somebody else away', async () => {
    const { uploadId } = done(await keep('a', null));
    done(
      await bench.runner.run(bench.as('ruth.lindqvist'), keepDraft, {
        ...{ dokumentId: newId(), replaces: uploadId, file: file('b'), examination: NOTHING_FOUND },
      }),
    );
    expect(await waitingUploads(bench, 'jana.petersen')).toContain(uploadId);
  });

  it('keeps one draft however often the editor saves, and says in the Protokoll which one it replaced', async () => {
    const first = done(await keep('c', null)).uploadId;
    const second = done(await keep('d', first)).uploadId;
    const waiting = await waitingUploads(bench, 'jana.petersen');
    expect(waiting).toContain(second);
    expect(waiting).not.toContain(first);
    expect(await bench.protokoll(second)).toMatchObject([
      { action: 'dokument.keepDraft', payload: { replaces: first, sha256: 'd'.repeat(64) } },
    ]);
  });
});
