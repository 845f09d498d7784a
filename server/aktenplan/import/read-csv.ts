/** One line of a table and where it begins in the file. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvTable {
  readonly records: readonly CsvRecord[];
  /** Line of the record in which a quotation mark is wrong; the reading ends there. */
  readonly brokenAt: number | null;
}

/**
 * Reads CSV as RFC 4180 describes it and spreadsheets write it: `;` or `,` (whichever the first line has more of), fields
 * in quotation marks with line breaks and doubled marks inside, any line ends. Empty lines are passed over.
 */
export function readCsv(text: string): CsvTable {
  const divider = dividerOf(text);
  const records: CsvRecord[] = [];
  let at = 0;
  for (let line = 1; at < text.length;) {
    const record = readRecord(text, at, divider);
    if (record === null) return { records, brokenAt: line };
    if (record.fields.some((field) => field.trim() !== '')) records.push({ line, fields: record.fields });
    line += record.lines;
    at = record.end;
  }
  return { records, brokenAt: null };
}

function dividerOf(text: string): ';' | ',' {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return count(';') >= count(',') ? ';' : ',';
}

interface Read {
  readonly fields: string[];
  /** Where the next record begins. */
  readonly end: number;
  /** Lines of the file that it takes. */
  readonly lines: number;
}

function readRecord(text: string, start: number, divider: string): Read | null {
  const fields: string[] = [];
  let [at, lines] = [start, 1];
  for (;;) {
    const quoted = text[at] === '"';
    const field = quoted ? readQuoted(text, at) : readPlain(text, at, divider);
    if (field === null) return null;
    fields.push(field.value);
    if (quoted) lines += field.value.split(/\r\n|\r|\n/).length - 1;
    at = field.end;
    if (text[at] === divider) at += 1;
    else if (at >= text.length) return { fields, end: at, lines };
    else if (text.startsWith('\r\n', at)) return { fields, end: at + 2, lines };
    else if (text[at] === '\n' || text[at] === '\r') return { fields, end: at + 1, lines };
    else return null;
  }
}

function readPlain(text: string, start: number, divider: string): { value: string; end: number } | null {
  let at = start;
  while (at < text.length && text[at] !== divider && text[at] !== '\n' && text[at] !== '\r') {
    if (text[at] === '"') return null;
    at += 1;
  }
  return { value: text.slice(start, at), end: at };
}

function readQuoted(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  for (let at = start + 1; ;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return null;
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    at = mark + 2;
  }
}
