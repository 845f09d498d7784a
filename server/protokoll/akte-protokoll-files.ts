import type { ProtokollRowView } from '../contract/protokoll-views.js';
import { BYTE_ORDER_MARK, notAFormula } from '../platform/csv.js';

const COLUMNS = ['nummer', 'zeit', 'wer', 'handlung', 'act', 'gegenstand', 'id', 'text', 'text_en', 'inhalt'] as const;

/** Rows as CSV after RFC 4180, with semicolons and a byte order mark as German spreadsheets expect them. */
export async function* csvLines(rows: AsyncIterable<ProtokollRowView>): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.join(';')}\r\n`;
  for await (const row of rows) {
    const text = row.text ?? row.label;
    const cells = [
      String(row.sequence),
      row.at,
      row.actorName,
      row.label.de,
      row.act,
      `${row.object.kind} ${row.object.name}`,
      row.object.id,
      text.de,
      text.en,
      row.erased ? 'gelöscht' : 'vorhanden',
    ];
    yield `${cells.map(csvCell).join(';')}\r\n`;
  }
}

/** Rows as one JSON array, a row per line. */
export async function* jsonLines(rows: AsyncIterable<ProtokollRowView>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function csvCell(value: string): string {
  const text = notAFormula(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
