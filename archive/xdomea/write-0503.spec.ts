import { aMessage, akte, anXml, dokument, vorgang } from '../test-support/sample-0503.js';
import type { Schriftgutobjekt } from './model.js';
import { write0503 } from './write-0503.js';
import { UnwritableText } from './write/xml.js';

describe('write0503', () => {
  it.each(['\u0000', '\u0007', '\u001f', '\ufffe', '\ud800', '\udc00x'])(
    'refuses the character %j, which XML cannot carry',
    (character) => {
      const writing = () => anXml(aMessage({ betreff: `a${character}b` }));
      expect(writing).toThrow(UnwritableText);
    },
  );

  it('names the element of a refused character', () => {
    let caught: unknown;
    try {
      anXml(aMessage({ standort: 'a\u0000' }));
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ finding: { code: 'xml.forbiddenCharacter', path: 'Standort' } });
  });

  it('escapes text and attributes, and keeps carriage returns', () => {
    const listUri = 'urn:"<&\r';
    const message = aMessage({
      betreff: `"'<>&]]>\r\n\t`,
      vorgaenge: [{ ...vorgang, kontakte: [{ praefix: { code: '<', listUri } }] }],
    });
    const xml = anXml(message);
    expect(xml).toContain(`<xdomea:Betreff>&quot;'&lt;&gt;&amp;]]&gt;&#13;\n\t</xdomea:Betreff>`);
    expect(xml).toContain('<xdomea:Praefix listURI="urn:&quot;&lt;&amp;&#13;"><code>&lt;</code></xdomea:Praefix>');
  });

  it('writes booleans as digits and always asks for the import confirmation', () => {
    const message = aMessage();
    const xml = anXml({ ...message, kopf: { ...message.kopf, rueckmeldungArchivkennung: 'notRequested' } });
    expect(xml).toContain('<xdomea:Importbestaetigung>1</xdomea:Importbestaetigung>');
    expect(xml).toContain('<xdomea:RueckmeldungArchivkennung>0</xdomea:RueckmeldungArchivkennung>');
    expect(xml).not.toMatch(/>(true|false)</);
  });

  it('writes nothing for what is not known, and an empty element for what is known to be empty', () => {
    const xml = anXml(aMessage({ typ: '', standort: 'x', laufzeit: {}, vorgaenge: [] }));
    expect(xml).toContain('<xdomea:Typ></xdomea:Typ>');
    expect(xml).not.toContain('Laufzeit');
    expect(xml).not.toContain('Akteninhalt');
  });

  it('writes the same bytes for the same model', () => {
    expect(anXml()).toBe(anXml());
  });

  it('takes objects one by one and never holds more than a Dokument of text', () => {
    let taken = 0;
    const many = function* (): Generator<Schriftgutobjekt> {
      for (; taken < 1000; taken += 1) yield { art: 'Vorgang', ...vorgang, dokumente: [dokument, dokument] };
    };
    const pieces = write0503({ ...aMessage(), schriftgutobjekte: many() });
    let longest = 0;
    for (let count = 0; count < 60; count += 1) longest = Math.max(longest, pieces.next().value?.length ?? 0);
    expect(taken).toBeLessThan(10);
    expect(longest).toBeLessThan(anXml().length / 2);
  });

  it('writes Teilakten, Teilvorgaenge, loose Dokumente and the Anschreiben', () => {
    const message = aMessage({
      teilakten: [akte],
      dokumente: [dokument],
      vorgaenge: [{ ...vorgang, teilvorgaenge: [vorgang] }],
    });
    const xml = anXml({ ...message, anschreiben: [dokument] });
    for (const name of ['Teilakte', 'Teilvorgang', 'Anschreiben']) expect(xml).toContain(`<xdomea:${name}>`);
  });
});
