import { fromBER, type BaseBlock } from 'asn1js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../../test/support/shared.js';
import { isOctetString, readObjectIdentifier, readSmallInteger, readText, readTime } from './asn1-values.js';
import { readAsn1, type Asn1 } from './read-asn1.js';

const hex = (text: string) => Buffer.from(text.replace(/ /g, ''), 'hex');

describe('readAsn1', () => {
  it.each([
    ['no bytes', ''],
    ['a tag without length', '30'],
    ['a length of 2 GB', '30 84 7fffffff 00'],
    ['a length in more bytes than any file has', '30 89 010000000000000000 00'],
    ['a child that is longer than its parent', '30 03 04 05 00'],
    ['an indefinite length without end mark', '30 80 02 01 05'],
    ['an indefinite length on a primitive element', '04 80 00 00'],
    ['a tag number beyond 2^28', '1f ff ff ff ff ff 7f 00'],
  ])('refuses %s', (_what, text) => {
    expect(readAsn1(hex(text))).toBeNull();
  });

  it('refuses 10,000 levels of nesting without reaching the end of the stack', () => {
    expect(readAsn1(Buffer.alloc(20_000, '3080', 'hex'))).toBeNull();
  });

  it('refuses more than 500,000 elements', () => {
    const many = Buffer.alloc(3 * 500_000, '020100', 'hex');
    const header = Buffer.from('308316e360', 'hex');
    expect(many.length).toBe(0x16e360);
    expect(readAsn1(Buffer.concat([header, many]))).toBeNull();
  });

  it('puts together a BER octet string in pieces and keeps its bytes', () => {
    const bytes = hex('24 80 04 01 aa 04 02 bbcc 00 00');
    const node = readAsn1(Buffer.concat([bytes, hex('ff')]));
    expect(isOctetString(node ?? undefined)).toBe(true);
    expect(Buffer.from(node?.content ?? []).toString('hex')).toBe('aabbcc');
    expect(Buffer.from(node?.raw ?? []).equals(bytes)).toBe(true);
  });
});

describe('values of ASN.1', () => {
  const value = (text: string) => readAsn1(hex(text)) ?? undefined;

  it('reads no small integer from a negative or a long one', () => {
    expect([value('02 01 ff'), value('02 08 0100000000000000')].map(readSmallInteger)).toEqual([null, null]);
    expect(readSmallInteger(value('02 02 00 80'))).toBe(128);
  });

  it('reads object identifiers with arcs above 2^32', () => {
    expect(readObjectIdentifier(value('06 06 88 37 90 80 80 00'))).toBe('2.999.33554432');
    expect(readObjectIdentifier(value('06 07 2a 90 80 80 80 80 00'))).toBe('1.2.549755813888');
    expect(readObjectIdentifier(value('05 00'))).toBeNull();
  });

  it('reads every string type, and marks what is no UTF-8', () => {
    expect(readText(value('0c 03 c3 bc 6c'))).toBe('ül');
    expect(readText(value('14 02 fc 6c'))).toBe('ül');
    expect(readText(value('1e 04 00fc 20ac'))).toBe('ü€');
    expect(readText(value('1e 03 00fc 20'))).toBe('ü');
    expect(readText(value('1c 04 0001f4c1'))).toBe('📁');
    expect(readText(value('0c 02 c3 28'))).toBe('\uFFFD(');
    expect(readText(value('02 01 05'))).toBeNull();
  });

  it('reads both forms of time and refuses a time without Z', () => {
    const time = (tag: string, text: string) => {
      const content = Buffer.from(text, 'latin1');
      return readTime(value(`${tag} ${content.length.toString(16).padStart(2, '0')} ${content.toString('hex')}`));
    };
    expect(time('17', '490101000000Z')?.getUTCFullYear()).toBe(2049);
    expect(time('17', '500101000000Z')?.getUTCFullYear()).toBe(1950);
    expect(time('18', '99991231235959Z')?.getUTCFullYear()).toBe(9999);
    expect(time('18', '20260301120000')).toBeNull();
    expect(time('17', '261301000000Z')).toBeNull();
  });
});

describeWithShared('readAsn1 beside asn1js', 'corpora/signatures/bc/pkits', (folder) => {
  it('reads the same elements from every certificate of NIST PKITS', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.crt'));
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      const ours = readAsn1(bytes);
      expect({ file, tree: ours && shape(ours) }).toEqual({ file, tree: theirShape(fromBER(bytes).result) });
    }
  });
});

/** Tags and bytes of the primitive elements: enough to tell two readings apart. */
function shape(node: Asn1): unknown {
  return node.form === 'constructed' ? [node.tag, node.children.map(shape)] : [node.tag, bytesOf(node.raw)];
}

function theirShape(block: BaseBlock): unknown {
  const { isConstructed, tagNumber } = block.idBlock;
  const inner = (block.valueBlock as { value?: BaseBlock[] }).value ?? [];
  return isConstructed ? [tagNumber, inner.map(theirShape)] : [tagNumber, bytesOf(block.valueBeforeDecodeView)];
}

function bytesOf(raw: Uint8Array): string {
  return Buffer.from(raw).toString('hex');
}
