import {
  formatSignatures,
  formatVerifierKey,
  makeSignerKey,
  noteFits,
  parseSignatures,
  parseVerifierKey,
  signNote,
} from './signed-note.js';

const key = makeSignerKey('laufmappe/protokoll/probe');
const text = 'laufmappe/protokoll/probe\n7\n';
const signature = signNote(text, key);
const line = formatVerifierKey(key);

describe('parseVerifierKey', () => {
  it.each([
    ['an empty text', ''],
    ['a name with white space', line.replace('probe', 'pro be')],
    ['another name', line.replace('probe', 'sonde')],
    ['a hash of another key', line.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['a key of another algorithm', line.replace('+A', '+B')],
    ['a key that is too short', line.slice(0, -4)],
  ])('refuses %s', (_what, wrong) => {
    expect(parseVerifierKey(wrong)).toBeNull();
  });

  it('reads back the public half and nothing of the private one', () => {
    const { privateKey: _, ...publicHalf } = key;
    expect(parseVerifierKey(`${line}\n`)).toEqual(publicHalf);
  });
});

describe('noteFits', () => {
  it('refuses another text, another key and a changed signature', () => {
    expect(noteFits(text.replace('7', '8'), signature, key)).toBe(false);
    expect(noteFits(text, signature, makeSignerKey('laufmappe/protokoll/probe'))).toBe(false);
    const changed = Buffer.from(signature.signature);
    changed.writeUInt8((changed[0] ?? 0) ^ 1);
    expect(noteFits(text, { ...signature, signature: changed }, key)).toBe(false);
    expect(noteFits(text, { ...signature, signature: Buffer.alloc(3) }, key)).toBe(false);
  });

  it('accepts what the holder of the key has signed', () => {
    expect(noteFits(text, signature, key)).toBe(true);
  });
});

describe('parseSignatures', () => {
  it.each(['', '\n', '— a\n', '- a AAAAAAAA\n', '— a b c\n', '— a+b AAAAAAAA\n', '— a AAAA\n', '— a AAAAAAAA'])(
    'refuses %j',
    (wrong) => {
      expect(parseSignatures(wrong)).toBeNull();
    },
  );

  it('reads back several lines, also of algorithms that are not ours', () => {
    const witness = { name: 'witness.example', keyHash: '01020304', signature: Buffer.alloc(72, 5) };
    expect(parseSignatures(formatSignatures([signature, witness]))).toEqual([signature, witness]);
  });
});
