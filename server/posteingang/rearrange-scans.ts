import { z } from 'zod';
import type { ScanPage } from '../contract/acts/posteingang.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { preparedAct, type Asker } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';
import { newId } from '../platform/ids.js';
import type { StoredObject } from '../platform/objects/object-store.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import type { LetterMaker } from './letters/letter-maker.js';
import { insertLetterPages, insertRearrangement } from './rearrangement.store.js';
import { receiveEingang } from './receive-eingang.js';
import { letterName, pagesLeftOut } from './scan.js';
import { takeScans, type TakenScan } from './take-scans.js';

const page = z.object({
  source: z.int().min(0),
  page: z.int().min(1),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
const input = z
  .object({
    sources: z.array(z.object({ eingangId: z.uuid(), version: z.int() })).min(1),
    letters: z.array(z.object({ pages: z.array(page) })).min(1),
  })
  .refine(
    ({ sources, letters }) => letters.every(({ pages }) => pages.every(({ source }) => source < sources.length)),
    {
      path: ['letters'],
      message: 'a page names a source that there is not',
    },
  );

type Input = z.infer<typeof input>;

interface Prepared extends Input {
  readonly made: readonly StoredObject[];
}

export interface RearrangeParts {
  readonly runner: ActRunner;
  readonly letterMaker: LetterMaker;
}

/**
 * Makes letters of the pages of scans, each an Eingang of its own that is examined like any other. The scans leave the desk and
 * stay as they came (TR-RESISCAN: the scan product is not changed, and every step can be followed). Making the files takes up to
 * minutes and happens before the transaction, which finds out whether the scans still are what they were. Its reverse is
 * `restoreScans`.
 */
export function createRearrangeScans(parts: RearrangeParts) {
  return preparedAct(
    'posteingang.rearrangeScans',
    input,
    (asker, wanted) => prepare(parts, asker, wanted),
    async (tx, { sources, letters, made }: Prepared) => {
      const scans = await takeScans(tx, sources, letters);
      if (isRejection(scans)) return scans;
      const rearrangementId = newId();
      const at = tx.clock.now();
      await insertRearrangement(tx, {
        id: rearrangementId,
        mandantId: tx.mandantId,
        by: authorOf(tx.actor),
        at,
        scans,
      });
      const received: ReceivedLetter[] = [];
      for (const [index, { pages }] of letters.entries()) {
        const file = made[index];
        if (!file) throw new Error(`Letter ${index + 1} was not made`);
        const fileName = letterName(scans[pages[0]?.source ?? 0]?.fileName ?? '', index + 1, letters.length);
        const letter = await receiveLetter(tx, { rearrangementId, number: index + 1, fileName, file, pages, scans });
        if (isRejection(letter)) return letter;
        received.push(letter);
      }
      for (const [source, scan] of scans.entries()) tellOfScan(tx, rearrangementId, scan, source, received);
      return { rearrangementId, eingangIds: received.map(({ eingangId }) => eingangId) };
    },
  );
}

async function prepare(
  { runner, letterMaker }: RearrangeParts,
  asker: Asker,
  wanted: Input,
): Promise<Prepared | Rejection> {
  const scans = await runner.transaction(asker, async (tx) => {
    tx.require('posteingang.assign');
    return takeScans(tx, wanted.sources, wanted.letters);
  });
  if (isRejection(scans)) return scans;
  const made = await letterMaker.make(scans, wanted.letters);
  return isRejection(made) ? made : { ...wanted, made };
}

interface NewLetter {
  readonly rearrangementId: Id;
  readonly number: number;
  readonly fileName: string;
  readonly file: StoredObject;
  readonly pages: readonly ScanPage[];
  readonly scans: readonly TakenScan[];
}

interface ReceivedLetter {
  readonly eingangId: Id;
  readonly sha256: string;
  readonly pages: readonly ScanPage[];
}

/** An Eingang like any other; it came when the first of its scans came, since a Frist counts from then. */
async function receiveLetter(tx: Transaction, letter: NewLetter): Promise<ReceivedLetter | Rejection> {
  const { rearrangementId, number, fileName, file, pages, scans } = letter;
  const from = pages.flatMap(({ source }) => scans[source] ?? []);
  const received = await receiveEingang(tx, {
    ...{
      ...file,
      fileName,
      channel: from[0]?.channel ?? 'upload',
      sourceKey: `rearranged/${rearrangementId}/${number}`,
    },
    receivedAt: new Date(Math.min(...from.map(({ receivedAt }) => receivedAt.getTime()))),
  });
  if (isRejection(received)) return received;
  const { eingangId } = received;
  await insertLetterPages(tx, { mandantId: tx.mandantId, rearrangementId, eingangId }, pages);
  const names = [...new Set(from.map((scan) => `„${scan.fileName}“`))].join(', ');
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: {
      ...{ rearrangementId, sha256: file.sha256, pages },
      scans: scans.map(({ id, sha256 }) => ({ eingangId: id, sha256 })),
      text: { de: `Aus Seiten von ${names} zusammengestellt`, en: `Put together from pages of ${names}` },
    },
  });
  return { eingangId, sha256: file.sha256, pages };
}

/** Its own history says for each page where it went, so that the scan proves it without its letters. */
function tellOfScan(
  tx: Transaction,
  rearrangementId: Id,
  scan: TakenScan,
  source: number,
  letters: readonly ReceivedLetter[],
): void {
  tx.correlationId = scan.id;
  const leftOut = pagesLeftOut(scan, source, letters);
  tx.protokoll({
    objectKind: 'eingang',
    objectId: scan.id,
    payload: {
      ...{ rearrangementId, sha256: scan.sha256, leftOut },
      letters: letters.flatMap(({ eingangId, sha256, pages }) => {
        const own = pages.flatMap(({ source: from, ...page }, at) =>
          from === source ? [{ at: at + 1, ...page }] : [],
        );
        return own.length > 0 ? [{ eingangId, sha256, pages: own }] : [];
      }),
      text: {
        de: `Scan aufgeteilt oder zusammengelegt; neue Eingänge: ${letters.length}, weggelassene Seiten: ${leftOut.length}`,
        en: `Scan split or merged; new items: ${letters.length}, pages left out: ${leftOut.length}`,
      },
    },
  });
  tx.changed('eingang', scan.id);
}
