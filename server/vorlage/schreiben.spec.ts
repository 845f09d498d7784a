import { fillSchreiben, schreibenOf, type Schreiben } from './schreiben.js';
import { readVorlage } from './read-vorlage.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const schreiben: Schreiben = {
  title: 'Bescheid {{nummer}}',
  language: 'de-DE',
  recipient: ['{{empfaenger}}'],
  blocks: [
    { heading: 'Zu {{sache}}' },
    { paragraph: 'Guten Tag {{empfaenger}}' },
    { facts: [['Betrag', '{{cent|euro}}']] },
  ],
};

describe('fillSchreiben', () => {
  it('refuses as a whole and names what is missing anywhere, each once', () => {
    expect(fillSchreiben(schreiben, {})).toEqual({
      kind: 'missing',
      names: ['nummer', 'empfaenger', 'sache', 'cent|euro'],
    });
  });

  it('fills title, address field, headings, paragraphs and facts', () => {
    expect(fillSchreiben(schreiben, { nummer: 7, empfaenger: 'Özgür Weiß', sache: 'Bauantrag', cent: 120 })).toEqual({
      title: 'Bescheid 7',
      language: 'de-DE',
      recipient: ['Özgür Weiß'],
      blocks: [
        { heading: 'Zu Bauantrag' },
        { paragraph: 'Guten Tag Özgür Weiß' },
        { facts: [['Betrag', '1,20\u00a0€']] },
      ],
    });
  });

  it('takes running text apart at blank lines', () => {
    expect(schreibenOf('Titel', 'Eins\nzwei\n\n  \nDrei\n').blocks).toEqual([
      { paragraph: 'Eins\nzwei' },
      { paragraph: 'Drei' },
    ]);
  });
});

describe('readVorlage', () => {
  it.each(['../package', '/etc/passwd', 'Brief', 'a..b', '', 'gibt-es-nicht'])(
    'refuses the name „%s“',
    async (name) => {
      expect(await readVorlage(name)).toMatchObject({ code: 'vorlage.unknown' });
    },
  );

  it('refuses a file that is no Vorlage, and says where', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'laufmappe-vorlagen-'));
    await writeFile(join(folder, 'a.json'), '{ "title": ');
    await writeFile(join(folder, 'b.json'), '{ "title": "x", "blocks": [{ "paragraf": "x" }] }');
    expect(await readVorlage('a', folder)).toMatchObject({ code: 'vorlage.unreadable' });
    const wrong = await readVorlage('b', folder);
    await rm(folder, { recursive: true });
    expect(wrong).toMatchObject({ code: 'vorlage.unreadable', message: { en: expect.stringContaining('blocks.0') } });
  });

  it('reads what lies in processes/templates', async () => {
    expect(await readVorlage('eingangsbestaetigung')).toMatchObject({
      title: 'Eingangsbestätigung',
      language: 'de-DE',
    });
  });
});
