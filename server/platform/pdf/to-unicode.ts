/**
 * The CMap that makes the glyphs of a font searchable and readable aloud (ISO 32000-1, 9.10.3), as the text of its stream.
 *
 * @param letters what each two-byte glyph number, in hex, stands for
 */
export function toUnicode(letters: Iterable<readonly [glyph: string, letter: string]>): string {
  const pairs = [...letters].map(([glyph, letter]) => `<${glyph}> <${utf16Hex(letter)}>`);
  const blocks: string[] = [];
  // At most 100 pairs per block, says the CMap specification.
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** A glyph number as text of a PDF writes it. */
export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0').toUpperCase();
}

function utf16Hex(letter: string): string {
  return Buffer.from(letter, 'utf16le').swap16().toString('hex').toUpperCase();
}
