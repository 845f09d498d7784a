import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { finding, type Finding } from '../findings/finding.js';
import type { GivenOptions } from '../xdomea/rules/rule.js';
import { validate0503 } from '../xdomea/validate-0503.js';
import { DamagedEntry, openPackage, type OpenPackage } from './read-package.js';

/**
 * Judges a whole container with a message 0503, as the archive will find it: the zip, every checksum, the message, and
 * the message against the files.
 * @param source path of the container, or its bytes.
 * @param containerName its file name, which carries ProzessID and message type.
 */
export async function checkPackage0503(
  source: string | Buffer,
  containerName: string,
  options: GivenOptions,
): Promise<readonly Finding[]> {
  const opened = await openPackage(source);
  if (opened.kind === 'refused') return opened.findings;
  try {
    const damaged = await readAll(opened);
    if (damaged.length > 0) return damaged;
    const messageName = `${containerName.replace(/\.[^.]*$/, '')}.xml`;
    if (!opened.entries.some(({ name }) => name === messageName)) {
      return [finding('package.messageMissing', { path: messageName }, { expected: messageName })];
    }
    const container = { name: containerName, messageName, entries: opened.entries };
    return await validate0503(await opened.read(messageName), container, options);
  } finally {
    opened.close();
  }
}

async function readAll(opened: OpenPackage): Promise<Finding[]> {
  const damaged: Finding[] = [];
  for (const { name } of opened.entries) {
    const found = await drained(await opened.read(name));
    if (found !== undefined) damaged.push(found);
  }
  return damaged;
}

async function drained(stream: Readable): Promise<Finding | undefined> {
  try {
    stream.resume();
    await finished(stream);
    return undefined;
  } catch (error) {
    if (error instanceof DamagedEntry) return error.finding;
    throw error;
  }
}
