import { describeWithJudges } from '../../signatur/testing/judges.js';
import { isFound, locked, pdftotext, pixelsOf, qdf } from '../testing/judges.js';
import {
  annotation,
  array,
  attached,
  checkered,
  dictionary,
  form,
  line,
  name,
  oddPdf,
  textString,
  withIncrement,
} from '../testing/odd-pdf.js';
import { endRedacting, placesOf, redacted, without } from '../testing/redacting.js';

afterAll(endRedacting);

const NAME = 'Mustermann';
const letter = () =>
  oddPdf([{ content: line(`Antrag von ${NAME}, Altena`, 72, 700) + line('Bescheid folgt', 72, 600) }]);

/** The marked word is nowhere, and the words around it are still there to be found and heard. */
async function gone(pdf: Buffer, kept: readonly string[], word = NAME): Promise<Buffer> {
  expect(isFound(pdf, word)).toBe(true);
  const { outcome, bytes } = await without(pdf, word);
  expect(outcome).toMatchObject({ kind: 'made' });
  expect(isFound(bytes, word)).toBe(false);
  const text = pdftotext(bytes);
  for (const other of kept) expect(text).toContain(other);
  return bytes;
}

describeWithJudges('redact', ['pdftotext', 'pdftoppm', 'qpdf'], () => {
  it('refuses a file that opens only with a password, one that is damaged and one of another kind', async () => {
    const area = { page: 1, box: [0, 0, 10, 10], label: '§ 5 IFG' } as const;
    const answers = await Promise.all([
      redacted(locked(letter()), [area]),
      redacted(letter().subarray(0, 400), [area]),
      redacted(Buffer.from('PK'), [area], 'application/zip'),
      redacted(Buffer.from('no picture'), [area], 'image/png'),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(
      ['encrypted', 'damaged', 'kind', 'damaged'].map((why) => ({ kind: 'refused', why })),
    );
  });

  it('refuses a mark on a page that is not there', async () => {
    const { outcome } = await redacted(letter(), [{ page: 2, box: [0, 0, 10, 10], label: '§ 5 IFG' }]);
    expect(outcome).toEqual({ kind: 'refused', why: 'outside' });
  });

  it('F72 takes the marked word out of the bytes, keeps the others readable and says the reason', async () => {
    const bytes = await gone(letter(), ['Antrag von', 'Altena', 'Bescheid folgt', '§ 30 VwVfG']);
    const [place] = await placesOf(letter(), NAME);
    const { level, height } = pixelsOf(bytes);
    const [left, bottom, right, top] = place!.box;
    for (const [x, y] of [
      [left + 1, bottom + 1],
      [right - 2, top - 1],
      [left + 1, top - 1],
    ] as const)
      expect(level(Math.round(x), height - Math.round(y))).toBeLessThan(30);
  });

  it('F72 leaves the original byte for byte as it was', async () => {
    const pdf = letter();
    const before = Buffer.from(pdf);
    await without(pdf, NAME);
    expect(pdf.equals(before)).toBe(true);
  });

  it('takes the whole word where a mark touches a part of it', async () => {
    const [word] = await placesOf(letter(), NAME);
    const [, bottom, right, top] = word!.box;
    const { bytes } = await redacted(letter(), [{ page: 1, box: [right - 5, bottom, right, top], label: '§ 5 IFG' }]);
    expect(isFound(bytes, NAME)).toBe(false);
    expect(isFound(bytes, 'Muster')).toBe(false);
  });

  it('finds a word that was written in pieces, by kerning and by several operators', async () => {
    const content =
      'BT /F 12 Tf 72 700 Td [(Mus) -20 (ter) 15 (ma)] TJ (nn) Tj ( ist) Tj ET BT /F 12 Tf 72 650 Td (Fortsetzung) Tj ET';
    const { outcome, bytes } = await without(oddPdf([{ content }]), NAME);
    expect(outcome).toMatchObject({ removedWords: [NAME] });
    expect(isFound(bytes, 'Muster')).toBe(false);
    expect(pdftotext(bytes)).toContain('ist');
    expect(pdftotext(bytes)).toContain('Fortsetzung');
  });

  it('finds a word whose letters were written in any order', async () => {
    // Widths of Helvetica, in thousandths.
    const widths: Readonly<Record<string, number>> = {
      M: 833,
      u: 556,
      s: 500,
      t: 278,
      e: 556,
      r: 333,
      m: 833,
      a: 556,
      n: 556,
    };
    let x = 72;
    const letters = Array.from(NAME).map((text) => {
      const drawn = line(text, x, 700);
      x += ((widths[text] ?? 0) * 12) / 1000;
      return drawn;
    });
    letters.reverse();
    const { outcome } = await without(oddPdf([{ content: letters.join('') }]), NAME);
    expect(outcome).toMatchObject({ kind: 'made', removedWords: [NAME] });
  });

  it('takes a word of a form that two pages share from the marked page only', async () => {
    let shared: ReturnType<typeof form> | undefined;
    const page = {
      content: `q 1 0 0 1 0 50 cm /X Do Q ${line('Seite', 72, 100)}`,
      resources: (file: Parameters<typeof form>[0]) => ({
        XObject: dictionary({ X: (shared ??= form(file, line(NAME, 72, 600))) }),
      }),
    };
    const pdf = oddPdf([page, page]);
    const [first, second] = await placesOf(pdf, NAME);
    expect([first?.page, second?.page]).toEqual([1, 2]);
    expect(Math.round(first!.from[1])).toBe(650);
    const { bytes } = await redacted(pdf, [{ page: 1, box: first!.box, label: '§ 5 IFG' }]);
    expect(await placesOf(bytes, NAME)).toMatchObject([{ page: 2 }]);
    await gone(pdf, ['Seite']);
  });

  it.each([90, 180, 270])('finds its place on a page that is turned by %i degrees', async (angle) => {
    const entries = () => ({ Rotate: angle });
    const pdf = oddPdf([{ content: line(NAME, 72, 700) + line('Altena', 300, 300), entries }]);
    const bytes = await gone(pdf, ['Altena']);
    expect((await placesOf(bytes, 'Altena')).length).toBe(1);
  });

  it('drops what lies outside of the part of the page that is shown', async () => {
    const entries = () => ({ MediaBox: array([-20, 30, 595, 842]), CropBox: array([50, 500, 500, 800]) });
    const pdf = oddPdf([
      { content: line(NAME, 72, 700) + line('Abgeschnitten', 72, 100) + line('Altena', 72, 650), entries },
    ]);
    const bytes = await gone(pdf, ['Altena']);
    expect(isFound(bytes, 'Abgeschnitten')).toBe(false);
  });

  it('drops what nobody sees: under a picture, under a black bar, white on white, on a hidden layer', async () => {
    const hidden = ['Unterbild', 'Unterbalken', 'Weissgeschrieben', 'Ebenenwort'] as const;
    const content = [
      `${line(hidden[0], 100, 400)} q 200 0 0 60 90 380 cm /P Do Q`,
      `${line(hidden[1], 100, 300)} q 0 g 90 285 200 40 re f Q`,
      line(hidden[2], 100, 200, '1 1 1 rg'),
      `/OC /L BDC ${line(hidden[3], 100, 150)} EMC`,
      line(`${NAME} bleibt`, 100, 700, '0 g'),
    ].join('\n');
    let layer: ReturnType<Parameters<typeof form>[0]['add']> | undefined;
    const pdf = oddPdf(
      [
        {
          content,
          resources: (file) => {
            layer = file.add(dictionary({ Type: name('OCG'), Name: textString('Ebene') }));
            return { XObject: dictionary({ P: checkered(file) }), Properties: dictionary({ L: layer }) };
          },
        },
      ],
      () => ({ OCProperties: dictionary({ OCGs: array([layer!]), D: dictionary({ OFF: array([layer!]) }) }) }),
    );
    const bytes = await gone(pdf, ['bleibt']);
    for (const word of hidden) expect([word, isFound(pdf, word), isFound(bytes, word)]).toEqual([word, true, false]);
  });

  it('keeps the recognised text of a scan readable beside the mark, and takes it below', async () => {
    const content = `q 595 0 0 842 0 0 cm /P Do Q ${line(`Frau ${NAME} erscheint`, 72, 700, '3 Tr')}`;
    const resources = (file: Parameters<typeof checkered>[0]) => ({ XObject: dictionary({ P: checkered(file) }) });
    await gone(oddPdf([{ content, resources }]), ['Frau', 'erscheint']);
  });

  it('leaves comments, replacement texts, structure, outline, attachments, properties and older states behind', async () => {
    const places = [
      'Kommentarwort',
      'Ersatzwort',
      'Strukturwort',
      'Lesezeichenwort',
      'Anlagenwort',
      'Titelwort',
      'Formularwort',
      'Altwort',
    ];
    const [comment = '', actual = '', alt = '', outline = '', file = '', title = '', field = '', old = ''] = places;
    const now = `/Span <</ActualText (${actual})>> BDC ${line(`${NAME} bleibt`, 72, 700)} EMC`;
    const pdf = withIncrement(
      oddPdf(
        [
          {
            content: line(old, 72, 500),
            entries: (made) => ({
              Annots: array([
                annotation(made, [10, 10, 30, 30], { Subtype: name('Text'), Contents: textString(comment) }),
                annotation(made, [10, 40, 30, 60], {
                  Subtype: name('Widget'),
                  FT: name('Tx'),
                  T: textString('f'),
                  V: textString(field),
                }),
              ]),
            }),
          },
        ],
        (made) => ({
          Names: attached(made, file),
          StructTreeRoot: dictionary({
            Type: name('StructTreeRoot'),
            K: dictionary({ S: name('Figure'), Alt: textString(alt) }),
          }),
          Outlines: dictionary({ First: made.add(dictionary({ Title: textString(outline) })), Count: 1 }),
        }),
        title,
      ),
      now,
    );
    const bytes = await gone(pdf, ['bleibt']);
    for (const word of places) expect([word, isFound(pdf, word), isFound(bytes, word)]).toEqual([word, true, false]);
    expect(qdf(bytes).toString('latin1')).not.toMatch(
      /\/(Annots|EmbeddedFiles|Outlines|ActualText|AcroForm|Metadata|OpenAction|JS)\b/,
    );
  });
});
