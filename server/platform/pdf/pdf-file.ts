import { createHash } from 'node:crypto';
import { array, byteString, dictionary, reference, type PdfObject, type PdfReference } from './objects.js';
import { writeObject } from './write-object.js';

/** The objects of one file in the making. */
export interface PdfFile {
  add(object: PdfObject): PdfReference;
  /** A reference to an object that is set later: pages and their tree point at each other. */
  reserve(): PdfReference;
  set(place: PdfReference, object: PdfObject): void;
  write(root: PdfReference, info: PdfReference): Uint8Array;
}

export function createPdfFile(): PdfFile {
  const objects: PdfObject[] = [];
  const reserve = () => {
    objects.push(null);
    return reference(objects.length);
  };
  const set = (place: PdfReference, object: PdfObject) => {
    objects[place.number - 1] = object;
  };
  return {
    reserve,
    set,
    add: (object) => {
      const place = reserve();
      set(place, object);
      return place;
    },
    write: (root, info) => writeFile(objects, root, info),
  };
}

/** Header, objects, classic cross-reference table, trailer: the form that every reader and every signer understands. */
function writeFile(objects: readonly PdfObject[], root: PdfReference, info: PdfReference): Uint8Array {
  // The second line tells mail programs and file transfers that the file is binary (7.5.2).
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(at);
    put(Buffer.from(`${index + 1} 0 obj\n`));
    put(writeObject(object));
    put(Buffer.from('\nendobj\n'));
  });
  const id = byteString(createHash('sha256').update(Buffer.concat(pieces)).digest().subarray(0, 16));
  const trailer = dictionary({ Size: objects.length + 1, Root: root, Info: info, ID: array([id, id]) });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = at;
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n`));
  put(writeObject(trailer));
  put(Buffer.from(`\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(pieces);
}
