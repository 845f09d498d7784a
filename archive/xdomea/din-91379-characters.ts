/**
 * The characters of DIN 91379 (August 2022), normative and extended (its data type E): hexadecimal code points and ranges.
 * Latin for all of Europe, Greek, Cyrillic for Bulgarian. Not among them: the en dash (2013) and the bullet (2022).
 */
export const CHARACTERS = `
  0009-000a 000d 0020-007e 00a0-00ac 00ae-017e 0187-0188 018f 0192 0197 01a0-01a1 01af-01b0 01b7
  01cd-01dc 01de-01df 01e2-01f0 01f4-01f5 01f8-01ff 0212-0213 0218-021b 021e-021f 0227-0233 0259 0268
  0292 02b0 02b3 02b9-02ba 02be-02bf 02c6 02c8 02cc 02dc 02e2 0386 0388-038a 038c 038e-03a1 03a3-03ce
  040d 0410-042a 042c 042e-044a 044c 044e-044f 045d 1d48 1d57 1e02-1e03 1e06-1e07 1e0a-1e11 1e17
  1e1c-1e2b 1e2f-1e37 1e3a-1e3b 1e40-1e49 1e52-1e5b 1e5e-1e63 1e6a-1e6f 1e80-1e87 1e8c-1e97 1e9e
  1ea0-1ef9 2018-201a 201c-201e 2020-2021 2026 2030 2032-2033 2039-203a 2070 2074-2079 207f-2089 20ac
  2122 221e 2264-2265
`;

/**
 * Letters that Unicode has no single code point for: the combining characters after which follow the base letters that
 * may carry them. They are already in NFC; a letter that could be composed and is not, lies outside the norm.
 */
export const SEQUENCES: readonly (readonly [combining: string, letters: string])[] = [
  ['0300', '0043 0046 0047 004b 004d 0050 0053 0054 005a 0063 0066 0067 006b 006d 0070 0073 0074 007a'],
  ['0301', '004a 006a 00ff 012a 012b'],
  ['0302', '0044 004b 004c 004d 004e 0064 006b 006c 006d 006e'],
  [
    '0304',
    '0043 0046 0048 004b 004e 0050 0053 0054 005a 0063 0066 0068 006b 006e 0070 0073 0074 007a 00db 00fb 1e32 1e33 1e62 1e63 1e6c 1e6d 1ee4 1ee5',
  ],
  ['0306', '0043 004d 004e 0052 005a 0063 006d 006e 0072 007a 00c7 00e7'],
  ['0307', '004b 0055 006b 0075'],
  ['0308', '0043 0054 005a 0063 007a 1ea0 1ea1 1ecc 1ecd 1ee4 1ee5'],
  ['030b', '0041 0061'],
  ['030c', '004a'],
  ['030d', '0113 014d'],
  ['0310', '004d 006d'],
  ['0315', '0043 004b 0050 0054 0063 006b 0070 0074 010c 010d'],
  ['031b', '004b 0054 006b 0074'],
  ['031b 0304', '0053 0073'],
  ['0323', '0043 0050 0063 0070 010c 010d'],
  ['0325', '004c 0052 006c 0072'],
  ['0325 0304', '004c 0052 006c 0072'],
  ['0326', '0043 0048 004b 004c 004e 0063 0068 006b 006c 006e 017d 017e'],
  ['0327', '005a 007a 017d 017e'],
  ['0328 0306', '0043 0063'],
  ['0331', '0048 0053 0073'],
  ['035f 0048', '004b'],
  ['035f 0068', '004b 006b'],
];
