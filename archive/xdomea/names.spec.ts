import { dateinameFor, isUuid, parseStem, stemOf, uuidOfDateiname } from './names.js';

const id = '9a75050f-323a-4e84-94c9-a889aa2b4fe8';

describe('names', () => {
  it.each(['', 'x', id.slice(1), `${id}0`, id.replaceAll('9', '|'), `{${id}}`, id.replaceAll('-', ''), ` ${id}`])(
    'refuses %p as a UUID',
    (text) => expect(isUuid(text)).toBe(false),
  );

  it('accepts upper-case UUIDs', () => {
    expect(isUuid(id.toUpperCase())).toBe(true);
  });

  it.each([
    `${id}/../../x.pdf`,
    `${id}_a/b.pdf`,
    `${id}_a\\b.pdf`,
    `${id}_a\u0000.pdf`,
    `${id}_con:stream.pdf`,
    `${id}_ends-with-dot.`,
    `${id}_ends-with-space `,
    `${id}x.pdf`,
    `${id}..`,
    `x_${id}.pdf`,
    'invoice.pdf',
    '',
  ])('refuses %p as the name of a primary file', (name) => expect(uuidOfDateiname(name)).toBeUndefined());

  it.each([id, `${id}.pdf`, `${id}_Rechnung März (2).v1.pdf`, `${id.toUpperCase()}.docx`])(
    'finds the UUID in %p',
    (name) => expect(uuidOfDateiname(name)).toBe(id),
  );

  it.each([`${id}_Aussonderung.Aussonderung.0503.zip.part`, `${id}_0503`, 'Aussonderung.Aussonderung.0503', `${id}_`])(
    'refuses %p as the stem of a message',
    (stem) => expect(parseStem(stem)).toBeUndefined(),
  );

  it('takes its own stems apart', () => {
    expect(parseStem(stemOf(id, '0503'))).toEqual({ prozessId: id, message: 'Aussonderung.Aussonderung.0503' });
  });

  it('names a file by its own UUID and a tame extension, whatever the original was called', () => {
    expect(dateinameFor(id, 'Rechnung.PDF')).toBe(`${id}.pdf`);
    expect(dateinameFor(id, 'Rechnung')).toBe(id);
    expect(dateinameFor(id, '../../etc/passwd.p/f')).toBe(id);
    expect(dateinameFor(id, 'a.averyveryverylongextension')).toBe(id);
  });
});
