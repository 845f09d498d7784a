import { inflateSync } from 'node:zlib';
import { PdfFault } from './fault.js';
import { isKind, nameValue, type PdfObject, type PdfStream } from '../../platform/pdf/objects.js';

/**
 * The decoded bytes of a cross-reference or object stream. Producers use Flate there, with a PNG predictor; anything
 * else is a fault, as the reader needs no other stream.
 * @param limit most bytes that may come out (a bomb of 1:1000 ends here)
 */
export function decodeStream(stream: PdfStream, limit: number): Uint8Array {
  const filter = single(stream.dictionary.entries.get('Filter'));
  if (filter === undefined || filter === null) return stream.data;
  if (nameValue(filter) !== 'FlateDecode') throw new PdfFault('damaged', 'structure under an unusual filter');
  return unpredict(inflate(stream.data, limit), single(stream.dictionary.entries.get('DecodeParms')));
}

function inflate(data: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (problem) {
    const tooLong = (problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new PdfFault(tooLong ? 'tooComplex' : 'damaged', 'a structure stream cannot be unpacked');
  }
}

function unpredict(data: Uint8Array, parameters: PdfObject | undefined): Uint8Array {
  if (!isKind(parameters, 'dictionary')) return data;
  const number = (key: string, fallback: number) => {
    const value = parameters.entries.get(key);
    return typeof value === 'number' ? value : fallback;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  const columns = number('Columns', 1);
  const plain = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8;
  if (predictor < 10 || !plain || columns < 1 || columns > 1024) throw new PdfFault('damaged', 'unusual predictor');
  return undoPng(data, columns);
}

/** PNG filters (ISO 15948, 9) on rows of one-byte samples. */
function undoPng(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const place = row * columns + column;
      const left = column > 0 ? (out[place - 1] ?? 0) : 0;
      const above = row > 0 ? (out[place - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[place - columns - 1] ?? 0) : 0;
      out[place] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new PdfFault('damaged', `unknown row filter ${kind}`);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** A filter entry may be one object or an array of one. */
function single(object: PdfObject | undefined): PdfObject | undefined {
  if (!isKind(object, 'array')) return object;
  if (object.items.length > 1) throw new PdfFault('damaged', 'structure under more than one filter');
  return object.items[0];
}
