/** One record of a table and the line of the file on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/**
 * Reads RFC 4180 with semicolons, as German spreadsheets write it. Line breaks inside quotes belong to the value.
 *
 * @returns the records without empty lines, or the line on which a quote is never closed or has text behind it
 */
export function parseCsv(text: string): { records: CsvRecord[] } | { brokenLine: number } {
  const records: CsvRecord[] = [];
  let [line, begun, position] = [1, 1, 0];
  let values: string[] = [];
  for (;;) {
    const cell = readCell(text, position);
    if (cell === null) return { brokenLine: line };
    values.push(cell.value);
    line += count(text, position, cell.end);
    position = cell.end + 1;
    if (text[cell.end] === ';') continue;
    if (text[cell.end] === '\r') position += 1;
    if (values.some((value) => value !== '')) records.push({ line: begun, values });
    [values, line, begun] = [[], line + 1, line + 1];
    if (cell.end >= text.length) return { records };
  }
}

/** A value and where it ends: at a semicolon, a line break or the end of the text. */
function readCell(text: string, start: number): { value: string; end: number } | null {
  if (text[start] !== '"') {
    const end = endOfPlain(text, start);
    return { value: text.slice(start, end), end };
  }
  let value = '';
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      return end === endOfPlain(text, end) ? { value, end } : null;
    }
    value += '"';
    from = quote + 2;
  }
}

function endOfPlain(text: string, start: number): number {
  for (let end = start; end < text.length; end += 1) {
    if (text[end] === ';' || text[end] === '\n' || (text[end] === '\r' && text[end + 1] === '\n')) return end;
  }
  return text.length;
}

function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
