import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRejection } from '../../../server/contract/rejections.js';
import type { WorkerFailure } from '../../../server/platform/worker/worker-answer.js';
import { createExaminer, type Examiner } from '../../../server/posteingang/examination/examine.js';
import type { Mutation } from './mutation.js';
import { mutations } from './mutations.js';
import { demoOriginals } from './originals.js';

const SEED = 417;
const COUNT = 200;

describe('the examination of 200 spoilt letters', () => {
  let scratchFolder: string;
  let examiner: Examiner;
  const failures: WorkerFailure[] = [];
  beforeAll(async () => {
    scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-mutations-'));
    examiner = createExaminer({ scratchFolder, processes: 2, onFailure: (failure) => failures.push(failure) });
  });
  afterAll(async () => {
    await examiner.close();
    await rm(scratchFolder, { recursive: true });
  });

  async function answerTo({ what, fileName, open }: Mutation) {
    const examined = await examiner.examine(open(), fileName);
    if (isRejection(examined)) return { what, answer: examined.code, sentence: examined.message.de };
    const { outcome, reason, parts } = examined.examination;
    await examined.discard();
    return { what, answer: outcome, sentence: reason?.de ?? '', names: parts.map(({ name }) => name) };
  }

  it(
    'answers each of them with an Eingang, a Klärung or a quarantine, and never with a crash',
    async () => {
      const spoilt = mutations(await demoOriginals(), SEED, COUNT);
      expect(spoilt).toHaveLength(COUNT);
      for (let at = 0; at < COUNT; at += 4) {
        for (const answer of await Promise.all(spoilt.slice(at, at + 4).map(answerTo))) {
          expect(answer).toMatchObject({ answer: expect.stringMatching(/^(geprueft|klaerung|quarantaene)$/) });
          if (answer.answer !== 'geprueft') expect(answer.sentence).toMatch(/^\p{Lu}.*[.!]$/u);
          // No name leads out of the folder that it is saved in.
          for (const name of answer.names ?? [])
            expect({ ...answer, name }).toMatchObject({ name: expect.not.stringMatching(/[/\\\0]|^\.\.?$/) });
        }
      }
      expect(failures.filter(({ cause }) => cause === 'crash' || cause === 'error')).toEqual([]);
      expect(await readdir(scratchFolder)).toEqual([]);
    },
    // About 70 s on two cores: 200 MB are written four times, and bombs run into their limit.
    300_000,
  );
});
