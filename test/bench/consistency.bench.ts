import { measureInChild } from './in-child.js';
import { rounded, type Figure } from './figure.js';

export interface ConsistencyMeasured {
  readonly seconds: number;
  readonly bareSeconds: number;
  readonly findings: number;
  readonly megabytes: number;
}

/** How long `npm run pruefe` takes over so many Dokumente, each with bytes of its own in the folder. */
export async function benchConsistency(dokumente: number): Promise<Figure[]> {
  const { seconds, bareSeconds, findings, megabytes } = await measureInChild<ConsistencyMeasured>(
    'consistency/compare.ts',
    {
      dokumente,
    },
  );
  if (findings !== 3) throw new Error(`three objects were spoiled, ${findings} were found`);
  return [
    {
      id: 'records.consistency-1m-s',
      value: rounded(seconds),
      unit: 's',
      ratio: rounded(seconds / bareSeconds),
      against: `listing the same files and reading the same hashes: ${rounded(bareSeconds)} s; grew by ${megabytes} MB of memory`,
      n: dokumente,
    },
  ];
}
