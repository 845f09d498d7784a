import { nothing, type Found } from './found.js';

/** Width and height of a PNG or JPEG, from its head alone: no pixel is decoded. */
export function readImage(bytes: Buffer, mime: string): Found {
  const size = mime === 'image/png' ? pngSize(bytes) : mime === 'image/jpeg' ? jpegSize(bytes) : undefined;
  if (size === undefined) return nothing('kind');
  if (size === null) return nothing('damaged');
  const properties = [
    { name: 'width', value: `${size.width} px` },
    { name: 'height', value: `${size.height} px` },
  ] as const;
  return { properties, text: null, unreadable: null };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The chunk IHDR comes first (PNG, section 5.6). */
function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The first frame header among the segments (ITU-T T.81, B.2.2). Every step goes forward, so a loop of segments ends. */
function jpegSize(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}
