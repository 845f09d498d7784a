import type { Id } from '../contract/views.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { judgeSignatures, type SignatureVerdict } from './check-signatures.js';
import { listCheckpointMandanten, readCheckpoints } from './checkpoint-folder.js';
import type { ProtokollBreak } from './protokoll-break.js';
import { streamProtokoll } from './protokoll.store.js';
import { parseExportLine } from './export-protokoll.js';
import type { VerifierKey } from './signed-note.js';
import { createProtokollVerifier, type ProtokollVerdict, type ProtokollVerifier } from './verify-protokoll.js';

/** The verdict over one Mandant, and the checkpoints that could not be used. */
export interface VerifiedProtokoll extends ProtokollVerdict {
  readonly damagedCheckpoints: readonly string[];
  /** null: no public key was given, so that nobody knows who signed. */
  readonly signatures: SignatureVerdict | null;
}

/**
 * Checks the chains of all Mandanten of a database against the checkpoints of a folder. A Mandant that only the folder
 * knows is checked too: its whole chain is missing.
 *
 * @param keys public keys from outside; with them every checkpoint must be signed by one
 */
export async function verifyDatabase(
  database: Database,
  checkpointFolder: string,
  keys: readonly VerifierKey[] = [],
): Promise<VerifiedProtokoll[]> {
  const known = new Set([...(await listMandanten(database)), ...(await listCheckpointMandanten(checkpointFolder))]);
  const verdicts: VerifiedProtokoll[] = [];
  for (const mandantId of [...known].sort()) {
    const { verifier, finish } = await begin(mandantId, checkpointFolder, keys);
    for await (const row of streamProtokoll(database, mandantId)) verifier.add(row);
    verdicts.push(finish());
  }
  return verdicts;
}

/** Checks an export, which holds the rows of one Mandant or of several, one after the other. */
export async function verifyExport(
  lines: AsyncIterable<string>,
  checkpointFolder: string,
  keys: readonly VerifierKey[] = [],
): Promise<VerifiedProtokoll[]> {
  const started = new Map<Id, Begun>();
  const start = async (mandantId: Id) => {
    const begun = await begin(mandantId, checkpointFolder, keys);
    started.set(mandantId, begun);
    return begun;
  };
  const finish = () => [...started.values()].map((begun) => begun.finish());
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const row = parseExportLine(text, line);
    if ('kind' in row) return [...finish(), unreadable(row)];
    const { verifier } = started.get(row.mandantId) ?? (await start(row.mandantId));
    verifier.add(row);
  }
  // An export without a single row proves nothing as soon as a checkpoint says that there were some.
  if (line === 0) for (const mandantId of await listCheckpointMandanten(checkpointFolder)) await start(mandantId);
  return finish();
}

interface Begun {
  readonly verifier: ProtokollVerifier;
  finish(): VerifiedProtokoll;
}

async function begin(mandantId: Id, folder: string, keys: readonly VerifierKey[]): Promise<Begun> {
  const { checkpoints, damaged } = await readCheckpoints(folder, mandantId);
  const verifier = createProtokollVerifier(mandantId, checkpoints);
  const signatures = keys.length === 0 ? null : judgeSignatures(checkpoints, keys);
  return { verifier, finish: () => ({ ...verifier.verdict(), damagedCheckpoints: damaged, signatures }) };
}

function unreadable(broken: ProtokollBreak): VerifiedProtokoll {
  const nothing = createProtokollVerifier('').verdict();
  return { ...nothing, broken, damagedCheckpoints: [], signatures: null };
}
