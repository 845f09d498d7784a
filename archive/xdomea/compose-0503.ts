import { blocks, type Finding } from '../findings/finding.js';
import { checkedMessage, type CheckedMessage, type Refused } from '../package/checked-message.js';
import type { Aussonderung0503 } from './model.js';
import { stemOf } from './names.js';
import type { GivenOptions, PackageEntry } from './rules/rule.js';
import type { SchemaCheck } from './schema-check.js';
import { validate0503 } from './validate-0503.js';
import { DEFAULT_VERSION, type XdomeaVersion } from './versions.js';
import { write0503 } from './write-0503.js';
import { UnwritableText } from './write/xml.js';

export type ComposeOptions = GivenOptions & {
  readonly version?: XdomeaVersion;
  /** Second opinion, where an administrator has set a schema directory. */
  readonly schemaCheck?: SchemaCheck;
};

/**
 * Writes a message 0503 and judges what was written, together with the files that shall go along. Only a message without
 * a blocking finding comes out, and only such a message can be packed.
 * @param files all primary files and signature files, by the names that the message gives them.
 */
export async function compose0503(
  message: Aussonderung0503,
  files: readonly PackageEntry[],
  { version = DEFAULT_VERSION, schemaCheck, ...options }: ComposeOptions,
): Promise<CheckedMessage | Refused> {
  const stem = stemOf(message.kopf.prozessId, '0503');
  const xml = written(message, version);
  if ('kind' in xml) return { kind: 'refused', findings: [xml] };
  const messageName = `${stem}.xml`;
  const container = {
    name: `${stem}.zip`,
    messageName,
    entries: [{ name: messageName, size: lengthOf(xml) }, ...files],
  };
  const findings = [
    ...(await validate0503(xml, container, options)),
    ...(schemaCheck?.check(version, Buffer.concat(xml)) ?? []),
  ];
  if (blocks(findings)) return { kind: 'refused', findings };
  return checkedMessage({ containerName: container.name, messageName, xml, files, warnings: findings });
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function written(message: Aussonderung0503, version: XdomeaVersion): readonly Uint8Array[] | Finding {
  try {
    return [...inPieces(write0503(message, version))];
  } catch (error) {
    if (error instanceof UnwritableText) return error.finding;
    throw error;
  }
}

// Bytes in pieces instead of one string: 100,000 Dokumente take 230 MB so, and three times as much on the way to one.
const PIECE = 65536;

function* inPieces(texts: Iterable<string>): Generator<Uint8Array> {
  let collected = '';
  for (const text of texts) {
    collected += text;
    if (collected.length < PIECE) continue;
    yield Buffer.from(collected);
    collected = '';
  }
  yield Buffer.from(collected);
}
