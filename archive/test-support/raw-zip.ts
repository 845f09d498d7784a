import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip as hostile as a test wants it. Everything that is not given is as an honest tool writes it. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: Buffer;
  readonly stored?: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly localName?: string;
}

const UTF8_FLAG = 1 << 11;

/** Builds a zip byte by byte, because no decent library writes what these tests need. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    directory.push(directoryPart(entry, offset));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endPart(entries.length, central.length, offset)]);
}

function localPart(entry: RawEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const data = dataOf(entry);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(entry, header, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, data]);
}

function directoryPart(entry: RawEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(entry.madeBy ?? (3 << 8) | 20, 4);
  writeCommon(entry, header, 6);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(entry.attributes ?? (0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** The part that both headers share, from "version needed" to the sizes. */
function writeCommon(entry: RawEntry, header: Buffer, at: number): void {
  const content = entry.content ?? Buffer.from('x');
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(entry.flags ?? UTF8_FLAG, at + 2);
  header.writeUInt16LE(entry.method ?? 8, at + 4);
  header.writeUInt32LE(entry.claimedCrc ?? crc32(content), at + 10);
  header.writeUInt32LE(dataOf(entry).length, at + 14);
  header.writeUInt32LE(entry.claimedSize ?? content.length, at + 18);
}

function dataOf(entry: RawEntry): Buffer {
  return entry.stored ?? deflateRawSync(entry.content ?? Buffer.from('x'));
}

function endPart(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
