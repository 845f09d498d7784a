import { z } from 'zod';
import { isId } from '../platform/ids.js';
import { protokollBreak, type ProtokollBreak } from './protokoll-break.js';
import type { ProtokollRow } from './verify-protokoll.js';

/**
 * One row as a line of the export (JSON lines, UTF-8, hashes in hexadecimal). The export is complete: whoever has it and
 * a checkpoint needs neither our database nor our program to check the chain.
 */
export function exportLine(row: ProtokollRow): string {
  return `${JSON.stringify(exportedRow(row))}\n`;
}

/** The row as the value that a line holds. */
export function exportedRow(row: ProtokollRow): object {
  const { content, ...chained } = row;
  return {
    ...chained,
    sequence: row.sequence.toString(),
    at: row.at.toISOString(),
    commitment: row.commitment.toString('hex'),
    previousHash: row.previousHash.toString('hex'),
    rowHash: row.rowHash.toString('hex'),
    content: content && { salt: content.salt.toString('hex'), payload: content.payload },
  };
}

/** All rows as lines, streamed. */
export async function* exportProtokoll(rows: AsyncIterable<ProtokollRow>): AsyncGenerator<string> {
  for await (const row of rows) yield exportLine(row);
}

/** Reads one line of an export; a break naming the line where it is no row. */
export function parseExportLine(text: string, line: number): ProtokollRow | ProtokollBreak {
  const json = parseJson(text);
  if (json === undefined) return protokollBreak('unreadable', line, { reason: 'JSON' });
  const row = readExportedRow(json);
  return 'fault' in row ? protokollBreak('unreadable', line, { reason: row.fault }) : row;
}

/** The row that a value of a line is, or the member that does not fit. */
export function readExportedRow(value: unknown): ProtokollRow | { readonly fault: string } {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : { fault: parsed.error.issues[0]?.path.join('.') || 'JSON' };
}

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
    .transform((text) => Buffer.from(text, 'hex'));
const hash = hex(32);

const schema = z.object({
  // Names a folder of checkpoints, so it must be an id and nothing else.
  mandantId: z.string().refine(isId),
  sequence: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt),
  at: z.iso.datetime().transform((text) => new Date(text)),
  actor: z.string(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  correlationId: z.string().nullable(),
  commitment: hash,
  previousHash: hash,
  rowHash: hash,
  content: z.object({ salt: hex(16), payload: z.unknown() }).nullable(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
