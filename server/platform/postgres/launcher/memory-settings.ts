import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/**
 * What PostgreSQL may use of this machine's memory. Its own default of 128 MB is that of a machine of twenty years ago: with a
 * million Akten every page came from the operating system, one by one, and a search took four times as long. An eighth leaves
 * the server, its workers and the file cache what they need; it is taken as it is used.
 *
 * @param bytes memory of the machine, or of the container that we run in
 */
export function memorySettings(bytes = ownMemory()): Readonly<Record<string, string>> {
  const megabytes = (share: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (bytes * share) / MEGABYTE)))}MB`;
  return {
    shared_buffers: megabytes(1 / 8, 128, 8_192),
    effective_cache_size: megabytes(1 / 2, 256, 65_536),
  };
}

function ownMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
