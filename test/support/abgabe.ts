import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { loadAussonderungen } from '../../server/aussonderung/aussonderung.views.js';
import type { AbgabeParts } from '../../server/aussonderung/prepare-abgabe.js';
import { createTransferAbgabe } from '../../server/aussonderung/transfer-abgabe.js';
import type { ActOutput } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { AussonderungOverview } from '../../server/contract/aussonderung-views.js';
import { newId } from '../../server/platform/ids.js';
import type { ObjectStore } from '../../server/platform/objects/object-store.js';
import type { FileContent } from './closed-vorgang.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** Positions of the demo's Aktenplan by what becomes of their Vorgaenge. */
export const ARCHIVAL = '10.11.01'; // A, 10 years
export const TO_DESTROY = '20.31.04'; // V, 10 years
export const TO_APPRAISE = '32.11.01'; // B, 5 years
export const ELEVEN_YEARS = 11 * 366 * 24 * 3_600_000;

/** A workbench with an archive to hand over to. */
export interface AbgabeBench extends Workbench {
  readonly parts: AbgabeParts;
  /** Performs the act with unchecked input, as the archivist unless said otherwise. */
  transfer(
    vorgangIds: readonly string[],
    own?: TransferOptions,
  ): Promise<ActOutput<'aussonderung.transferAbgabe'> | Rejection>;
  overview(): Promise<AussonderungOverview>;
  /** One statement in the Mandant. */
  sql<T extends object>(statement: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** The only package that was written down, out of the store. */
  storedPackage(): Promise<{ name: string; bytes: Buffer }>;
  /** The real store with some of its answers replaced by those of a failing disk. */
  withObjects(failing: Partial<ObjectStore>): ObjectStore;
}

export interface TransferOptions extends Partial<AbgabeParts> {
  readonly key?: string;
  readonly login?: string;
}

export async function openAbgabeBench(): Promise<AbgabeBench> {
  const bench = await openWorkbench();
  const partner = { name: 'Kreisarchiv Musterkreis', outsideDin91379: 'warn' as const };
  const parts: AbgabeParts = { ...bench, partner, system: { name: 'Laufmappe', version: '0.1.0' } };
  const sql: AbgabeBench['sql'] = (statement, parameters) =>
    bench.database.transaction(bench.mandantId, (queries) => queries.query(statement, parameters));
  return {
    ...bench,
    parts,
    sql,
    transfer: (vorgangIds, { key = newId(), login = 'amir.rakimov', ...own } = {}) =>
      bench.runner.perform(bench.as(login), createTransferAbgabe({ ...parts, ...own }), { vorgangIds }, key),
    overview: () =>
      bench.database.transaction(bench.mandantId, (queries) => loadAussonderungen(queries, bench.clock.today())),
    storedPackage: async () => {
      const [row] = await sql<{ name: string; sha256: string }>(`SELECT file_name AS name, sha256 FROM aussonderung`);
      if (!row) throw new Error('nothing was written down');
      return { name: row.name, bytes: await buffer(await bench.objects.get(row.sha256)) };
    },
    withObjects: (failing) => ({ ...bench.objects, ...failing }),
  };
}

export function pdf(bytes: string): FileContent {
  return { name: `${bytes.slice(0, 10)}.pdf`, mime: 'application/pdf', bytes };
}

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function streamOf(text: string): Promise<Readable> {
  return Promise.resolve(Readable.from([Buffer.from(text)]));
}
