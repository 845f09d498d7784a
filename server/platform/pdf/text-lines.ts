import { loadFont, widthOf, type FontWeight } from './truetype.js';

/** Width of a text in points. */
export function textWidth(text: string, size: number, weight: FontWeight = 'Regular'): number {
  return widthOf(loadFont(weight), drawable(text), size);
}

/** Breaks a text into lines of at most `width` points, at blanks, and inside a word only where it is wider than a line. */
export function textLines(text: string, width: number, size: number, weight: FontWeight = 'Regular'): string[] {
  return drawable(text)
    .split('\n')
    .flatMap((paragraph) => paragraphLines(paragraph, (line) => textWidth(line, size, weight) <= width));
}

/** Text as it can be drawn: one code point per letter where Unicode has it, no control characters. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{C}/gu, ' ');
}

function paragraphLines(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of paragraph.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (fits(longer)) current = longer;
    else {
      if (current !== '') lines.push(current);
      const pieces = wordPieces(word, fits);
      lines.push(...pieces.slice(0, -1));
      current = pieces.at(-1) ?? '';
    }
  }
  return [...lines, current];
}

function wordPieces(word: string, fits: (line: string) => boolean): string[] {
  const pieces = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (last === '' || fits(last + letter)) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}
