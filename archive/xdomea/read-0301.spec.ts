import { describeWithShared } from '../../test/support/shared.js';
import type { Aktenplan0301, AktenplanEinheit } from './aktenplan.js';
import { read0301 } from './read-0301.js';
import { openSchemaCheck } from './schema-check.js';
import { versions } from './versions.js';
import { write0301 } from './write-0301.js';

const einheit = (kennzeichen: string, own: Partial<AktenplanEinheit> = {}): AktenplanEinheit => ({
  ...{ kennzeichen, inhaltsangabe: `Stelle & ${kennzeichen}`, aussonderungsart: 'B', stillgelegt: 'no' },
  ...{ aufbewahrungsdauer: 10, einheiten: [] },
  ...own,
});
const message: Aktenplan0301 = {
  kopf: {
    prozessId: '0f5c3f0e-5b1c-4a53-9d5e-0a2b6c1d7e8f',
    erstellungszeitpunkt: '2026-11-24T09:00:00Z',
    absender: { institution: { name: 'Musterkreis' } },
    empfaenger: { institution: { name: 'Mustergemeinde' } },
    empfangsbestaetigung: 'notRequested',
  },
  ...{ bezeichnung: 'Aktenplan Musterkreis', version: '2026', gueltigAb: '2026-11-24' },
  einheiten: [
    einheit('20', { einheiten: [einheit('20.1', { aufbewahrungsdauer: 'unbefristet', aussonderungsart: 'A' })] }),
    einheit('30', { stillgelegt: 'yes' }),
  ],
};

describe('read0301', () => {
  it('reports another message, an unknown version and a position without its period', async () => {
    const wrong = async (xml: string) => (await read0301(xml)).findings.map(({ code }) => code);
    expect(await wrong('<a xmlns="urn:x"/>')).toEqual(['message.unknownNamespace']);
    expect(await wrong(write0301(message).replaceAll('0301>', '0503>').replace('0301 xmlns', '0503 xmlns'))).toEqual([
      'message.root',
    ]);
    const cut = write0301(message).replace(/<xdomea:Aufbewahrungsdauer>.*?<\/xdomea:Aufbewahrungsdauer>/, '');
    expect(await wrong(cut)).toEqual([expect.stringContaining('structure.')]);
  });

  it.each(['3.0.0', '3.1.0'] as const)(
    'reads what was written in %s, each position before those below it',
    async (version) => {
      const { findings, einheiten, bezeichnung } = await read0301(write0301(message, version));
      expect([findings, bezeichnung]).toEqual([[], 'Aktenplan Musterkreis']);
      expect(einheiten.map(({ line: _, ...summary }) => summary)).toEqual([
        {
          kennzeichen: '20',
          parent: undefined,
          titel: 'Stelle & 20',
          aussonderungsart: 'B',
          stillgelegt: 'no',
          aufbewahrungsdauer: '10',
        },
        {
          kennzeichen: '20.1',
          parent: '20',
          titel: 'Stelle & 20.1',
          aussonderungsart: 'A',
          stillgelegt: 'no',
          aufbewahrungsdauer: 'unbefristet',
        },
        {
          kennzeichen: '30',
          parent: undefined,
          titel: 'Stelle & 30',
          aussonderungsart: 'B',
          stillgelegt: 'yes',
          aufbewahrungsdauer: '10',
        },
      ]);
    },
  );
});

describeWithShared('a 0301 of ours, judged by the official schema', 'corpora/xdomea/x-man/server/xsd', (folder) => {
  it('is valid in every version that we speak, and a wrong one is not', async () => {
    const schema = await openSchemaCheck(folder, 'xdomea-Nachrichten-AktenplanAustauschen.xsd');
    for (const version of versions()) {
      const xml = write0301(message, version);
      expect(schema.check(version, Buffer.from(xml))).toEqual([]);
      expect(schema.check(version, Buffer.from(xml.replaceAll('Stillgelegt', 'Offen')))).not.toEqual([]);
    }
    schema.dispose();
  });
});
