import type { PdfObject } from './objects.js';

/** Serialises an object (ISO 32000-2, 7.3). Strings are written in hex: no escapes, and no byte is lost. */
export function writeObject(object: PdfObject): Uint8Array {
  const pieces: Uint8Array[] = [];
  write(object, pieces);
  return Buffer.concat(pieces);
}

function write(object: PdfObject, pieces: Uint8Array[]): void {
  const put = (text: string) => pieces.push(Buffer.from(text, 'latin1'));
  if (object === null || typeof object !== 'object') {
    put(String(object));
    return;
  }
  switch (object.kind) {
    case 'real':
      put(decimal(object.value));
      return;
    case 'name':
      put(nameText(object.value));
      return;
    case 'string':
      put(`<${Buffer.from(object.bytes).toString('hex')}>`);
      return;
    case 'reference':
      put(`${object.number} ${object.generation} R`);
      return;
    case 'array':
      put('[');
      object.items.forEach((item, index) => {
        if (index > 0) put(' ');
        write(item, pieces);
      });
      put(']');
      return;
    case 'dictionary':
      put('<<');
      for (const [key, value] of object.entries) {
        put(` ${nameText(key)} `);
        write(value, pieces);
      }
      put(' >>');
      return;
    case 'stream':
      write(object.dictionary, pieces);
      put('\nstream\n');
      pieces.push(object.data);
      put('\nendstream');
      return;
  }
}

/** PDF knows no exponents (7.3.3). */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function nameText(value: string): string {
  const escaped = value.replace(
    /[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g,
    (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${escaped}`;
}
