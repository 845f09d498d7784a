import { rounded, type Figure } from './figure.js';
import { measureInChild } from './in-child.js';
import type { VerifyMeasured } from './protokoll/verify.js';

const MILLION = 1_000_000;
const MEGABYTE = 1024 ** 2;

/** How long it takes to prove a whole Protokoll, as `npm run protokoll:verify` does. Fewer rows are scaled up. */
export async function benchProtokollVerify(rows: number): Promise<Figure> {
  const measured = await measureInChild<VerifyMeasured>('protokoll/verify.ts', { rows });
  const million = (seconds: number) => (seconds / measured.rows) * MILLION;
  return {
    id: 'protokoll.verify-1m-s',
    value: rounded(million(measured.verifySeconds)),
    unit: 's for 1,000,000 rows with contents, Merkle tree and signed checkpoints',
    ratio: rounded(measured.verifySeconds / measured.readSeconds),
    against: `only reading the same rows: ${rounded(million(measured.readSeconds))} s; 60 s are allowed; ${rounded(measured.rss / MEGABYTE)} MB`,
    n: measured.rows,
  };
}
