import type { StationArt } from '../contract/laufweg-views.js';

interface Option {
  readonly value: string;
  readonly de: string;
  readonly en: string;
}

const OPTIONS: Readonly<Record<StationArt, readonly Option[]>> = {
  mitzeichnung: [
    { value: 'mitzeichnen', de: 'Mitzeichnen', en: 'Co-sign' },
    { value: 'ablehnen', de: 'Nicht mitzeichnen', en: 'Do not co-sign' },
  ],
  kenntnisnahme: [{ value: 'kenntnis', de: 'Zur Kenntnis genommen', en: 'Noted' }],
  schlusszeichnung: [
    { value: 'zeichnen', de: 'Schlusszeichnen', en: 'Sign finally' },
    { value: 'zurueckweisen', de: 'Zurückweisen', en: 'Reject' },
  ],
};

/** The form of a station's Aufgabe: a decision and a remark, as in the forms that process designers draw. */
export function stationForm(art: StationArt): Record<string, unknown> {
  const options = OPTIONS[art];
  return {
    ...{ type: 'default', id: `laufweg-${art}`, schemaVersion: 18 },
    components: [
      {
        ...{ type: 'radio', id: 'entscheidung', key: 'entscheidung', label: 'Entscheidung' },
        values: options.map(({ value, de }) => ({ value, label: de })),
        validate: { required: true },
        properties: {
          'label.en': 'Decision',
          ...Object.fromEntries(options.map(({ value, en }) => [`label.en.${value}`, en])),
        },
      },
      {
        ...{ type: 'textarea', id: 'bemerkung', key: 'bemerkung', label: 'Bemerkung' },
        validate: { maxLength: 2_000 },
        properties: { 'label.en': 'Remark' },
      },
    ],
  };
}
