import {
  aContainer,
  aMessage,
  anXml,
  file,
  FILES,
  NOW,
  originalFile,
  PROZESS_ID,
} from '../test-support/sample-0503.js';
import { codesOf, errorsOf } from '../test-support/refusals.js';
import { SEMANTIC, STRUCTURAL } from '../test-support/mutations-0503.js';
import { validate0503 } from './validate-0503.js';

const valid = anXml();

describe('validate0503', () => {
  describe.each([
    ['that the schema lets pass', SEMANTIC],
    ['that the schema refuses', STRUCTURAL],
  ])('changes %s', (_, mutations) => {
    it.each(mutations)('refuses %s', async (_title, from, to, found) => {
      const mutated = valid.replace(from, to);
      expect(mutated).not.toBe(valid);
      const findings = await validate0503(mutated, aContainer(), { now: NOW });
      expect(errorsOf(findings)).toContain(found);
    });
  });

  describe('files and names', () => {
    const judge = async (container: ReturnType<typeof aContainer>) =>
      errorsOf(await validate0503(valid, container, { now: NOW }));

    it('refuses a missing file', async () => {
      expect(await judge(aContainer(FILES.slice(1)))).toEqual(['file.missing']);
    });

    it('refuses a missing signature file', async () => {
      expect(await judge(aContainer(FILES.filter(({ name }) => !name.endsWith('.p7s'))))).toEqual(['file.missing']);
    });

    it('refuses a file that nobody names', async () => {
      expect(await judge(aContainer([...FILES, file('notiz.txt', 'x')]))).toEqual(['file.unlisted']);
    });

    it('refuses a file of 0 bytes', async () => {
      const files = FILES.map((each) => (each === originalFile ? { ...each, size: 0 } : each));
      expect(await judge(aContainer(files))).toEqual(['file.empty']);
    });

    it('refuses a ProzessID that differs between name and head, by letter case too', async () => {
      const name = `${PROZESS_ID.toUpperCase()}_Aussonderung.Aussonderung.0503.zip`;
      expect(await judge({ ...aContainer(), name })).toEqual(['message.prozessId']);
    });

    it.each([
      `${PROZESS_ID}_0503.zip`,
      `${PROZESS_ID}_Aussonderung.Bewertungsverzeichnis.0502.zip`,
      `${PROZESS_ID}_Aussonderung.Aussonderung.0503.zip.part`,
    ])('refuses the container name %s', async (name) => {
      expect(await judge({ ...aContainer(), name })).toEqual(['message.name']);
    });

    it('says at which element and in which line', async () => {
      const [found] = await validate0503(valid, aContainer(FILES.slice(1)), { now: NOW });
      expect(found).toMatchObject({
        path: expect.stringMatching(
          /\/Schriftgutobjekt\[1\]\/Akte\/Akteninhalt\/Vorgang\[1\]\/Dokument\[1\]\/.*\/Dateiname$/,
        ),
        line: 6,
      });
    });

    it('does not blame the files when the XML ended early', async () => {
      const findings = await validate0503(valid.slice(0, 2000), aContainer(), { now: NOW });
      expect(codesOf(findings)).toEqual(['xml.notWellFormed']);
    });
  });

  it('warns of a classified record, of a paper record without Standort, and of a file named twice', async () => {
    const changed = valid
      .replace('<code>003</code>', '<code>005</code>')
      .replace(/<xdomea:Standort>.*?<\/xdomea:Standort>/, '')
      .replace(/(codeliste:medium" listVersionID="1.0"><code>)001/, '$1002')
      .replace(/(<xdomea:Format>.*?<\/xdomea:Format>)/, '$1$1');
    expect(codesOf(await validate0503(changed, aContainer(), { now: NOW }))).toEqual([
      'file.shared',
      'record.standortMissing',
      'record.vertraulichkeit',
    ]);
  });

  it('tolerates other characters and more levels where the archive agreed to it', async () => {
    const changed = valid.replace('Schulbauten', 'Schule – Bau');
    const agreed = { now: NOW, outsideDin91379: 'warn', maxDepth: 2 } as const;
    const findings = await validate0503(changed, aContainer(), agreed);
    expect(codesOf(findings)).toEqual(['record.depth', 'record.din91379Warning']);
    expect(errorsOf(await validate0503(changed, aContainer(), { ...agreed, maxDepth: 3 }))).toEqual([]);
  });

  it('lets a paper record without files pass', async () => {
    const { vorgaenge: _, ...paper } = aMessage().schriftgutobjekte[Symbol.iterator]().next().value;
    const xml = anXml({ ...aMessage(), schriftgutobjekte: [{ ...paper, art: 'Akte', medium: 'papier' }] });
    expect(await validate0503(xml, aContainer([]), { now: NOW })).toEqual([]);
  });

  it.each(['3.0.0', '3.1.0'])('finds nothing in the valid message as %s', async (version) => {
    const xml = valid.replace('schema:3.1.0', `schema:${version}`);
    expect(await validate0503(xml, aContainer(), { now: NOW })).toEqual([]);
  });

  it('finds nothing in a message with upper-case UUIDs', async () => {
    const upper = (text: string) =>
      text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => id.toUpperCase());
    const entries = aContainer().entries.map(({ name, size }) => ({ name: upper(name), size }));
    const messageName = upper(aContainer().messageName);
    expect(await validate0503(upper(valid), { messageName, entries }, { now: NOW })).toEqual([]);
  });

  it('judges a message in pieces of bytes as it judges the whole', async () => {
    const bytes = Buffer.from(valid.replace('2019-12-20', '2018-12-20'));
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) => bytes.subarray(n * 7, n * 7 + 7));
    const whole = await validate0503(bytes, aContainer(), { now: NOW });
    expect(await validate0503(pieces, aContainer(), { now: NOW })).toEqual(whole);
    expect(whole).toHaveLength(1);
  });
});
