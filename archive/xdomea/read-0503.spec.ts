import {
  aMessage,
  akte,
  anXml,
  attachmentFile,
  dokument,
  originalFile,
  PROZESS_ID,
  renditionFile,
  signatureFile,
  vorgang,
} from '../test-support/sample-0503.js';
import { read0503 } from './read-0503.js';

describe('read0503', () => {
  it('answers with findings and no objects for what is no 0503', async () => {
    const contents = await read0503('<a/>');
    expect(contents).toMatchObject({ version: undefined, objects: [], prozessId: '' });
    expect(contents.findings.map(({ code }) => code)).toEqual(['message.unknownNamespace']);
  });

  it('keeps what was complete before the XML broke off', async () => {
    const xml = anXml();
    const contents = await read0503(xml.slice(0, xml.indexOf('</xdomea:Vorgang>')));
    expect(contents.objects.map(({ kind }) => kind)).toEqual(['Dokument', 'Anlage']);
    expect(contents.findings).toHaveLength(1);
  });

  it('reads back what was written: head, records in order, levels, files', async () => {
    const contents = await read0503(anXml());
    expect(contents).toMatchObject({
      version: '3.1.0',
      prozessId: PROZESS_ID,
      absender: 'Kreis Musterkreis',
      empfaenger: 'Landesarchiv Musterland',
      findings: [],
    });
    const rows = contents.objects.map(({ kind, level, id, parentId }) => [kind, level, id, parentId]);
    const anlageId = dokument.anlagen?.[0]?.id;
    expect(rows).toEqual([
      ['Akte', 1, akte.id, undefined],
      ['Vorgang', 2, vorgang.id, akte.id],
      ['Dokument', 3, dokument.id, vorgang.id],
      ['Anlage', 3, anlageId, dokument.id],
    ]);
    expect(contents.objects[0]).toMatchObject({
      aussonderungsart: 'A',
      betreff: akte.betreff,
      kennzeichen: akte.kennzeichen,
    });
    expect(contents.objects[2]?.betreff).toBe(dokument.betreff);
    expect(contents.objects[2]?.dateinamen).toEqual([originalFile.name, renditionFile.name, signatureFile.name]);
    expect(contents.objects[3]?.dateinamen).toEqual([attachmentFile.name]);
  });

  it('reads the text of a value exactly, line ends and markup included', async () => {
    const betreff = 'a\r\nb <&> "c"';
    const contents = await read0503(anXml(aMessage({ betreff })));
    expect(contents.objects[0]?.betreff).toBe(betreff);
  });
});
