import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** A TrueType font, as far as text in a PDF needs it. */
export interface Font {
  readonly name: string;
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly bounds: readonly [number, number, number, number];
  /** Number of the glyph for a code point; 0 is the box for what the font does not know. */
  glyphOf(codePoint: number): number;
  /** Width of a glyph in font units. */
  advanceOf(glyph: number): number;
}

export type FontWeight = 'Regular' | 'Bold';

const loaded = new Map<FontWeight, Font>();

/**
 * Noto Sans from the KERN package: it has all letters of DIN 91379 in which names in registers are written, where the
 * built-in Helvetica ends at Western Europe. Read once; 8 ms, 1 MB.
 */
export function loadFont(weight: FontWeight = 'Regular'): Font {
  const known = loaded.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(`@kern-ux/native/dist/fonts/noto-sans/NotoSans-${weight}.woff`);
  const font = openFont(`NotoSans-${weight}`, readWoff(readFileSync(file)));
  loaded.set(weight, font);
  return font;
}

/** Width of a text in points. */
export function widthOf(font: Font, text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += font.advanceOf(font.glyphOf(letter.codePointAt(0) ?? 0));
  return (units / font.unitsPerEm) * size;
}

/** Tables of a WOFF 1.0 file: zlib per table, unless that saved nothing. */
function readWoff(file: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = file.readUInt16BE(12);
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const offset = file.readUInt32BE(entry + 4);
    const packedLength = file.readUInt32BE(entry + 8);
    const packed = file.subarray(offset, offset + packedLength);
    const length = file.readUInt32BE(entry + 12);
    tables.set(file.toString('latin1', entry, entry + 4), packedLength < length ? inflateSync(packed) : packed);
  }
  return tables;
}

function openFont(name: string, tables: ReadonlyMap<string, Buffer>): Font {
  const head = tableOf(tables, 'head');
  const hhea = tableOf(tables, 'hhea');
  const hmtx = tableOf(tables, 'hmtx');
  const metrics = hhea.readUInt16BE(34);
  return {
    name,
    tables,
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    bounds: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: characterMap(tableOf(tables, 'cmap')),
    // Glyphs behind the last metric share its width.
    advanceOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
  };
}

export function tableOf(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return table;
}

/** Format 4 of the character map: segments of the basic multilingual plane. */
function characterMap(cmap: Buffer): (codePoint: number) => number {
  const table = cmap.subarray(formatFourOffset(cmap));
  const segments = table.readUInt16BE(6) / 2;
  const at = (block: number, index: number) => 14 + block * segments * 2 + (block > 0 ? 2 : 0) + index * 2;
  return (codePoint) => {
    for (let index = 0; index < segments; index += 1) {
      if (table.readUInt16BE(at(0, index)) < codePoint) continue;
      const first = table.readUInt16BE(at(1, index));
      if (first > codePoint) return 0;
      const delta = table.readUInt16BE(at(2, index));
      const rangePlace = at(3, index);
      const range = table.readUInt16BE(rangePlace);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = table.readUInt16BE(rangePlace + range + (codePoint - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function formatFourOffset(cmap: Buffer): number {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const offset = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(offset) === 4) return offset;
  }
  throw new Error('the font has no character map of format 4');
}
