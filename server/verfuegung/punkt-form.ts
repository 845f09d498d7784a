import type { PunktArt } from '../contract/verfuegung-views.js';

interface Answer {
  readonly value: string;
  readonly de: string;
  readonly en: string;
}

type AskedArt = Exclude<PunktArt, 'vermerk' | 'zdA'>;

const ANSWERS: Readonly<Record<AskedArt, Answer>> = {
  zK: { value: 'kenntnis', de: 'Zur Kenntnis genommen', en: 'Noted' },
  zwV: { value: 'erledigt', de: 'Erledigt', en: 'Done' },
  bR: { value: 'gehalten', de: 'Rücksprache gehalten', en: 'Discussed' },
  wv: { value: 'erledigt', de: 'Erledigt', en: 'Done' },
};

/** The form of a point's Aufgabe: one answer and a note. What a Rücksprache led to has to be on the record; the rest may be. */
export function punktForm(art: AskedArt): Record<string, unknown> {
  const { value, de, en } = ANSWERS[art];
  return {
    ...{ type: 'default', id: `verfuegung-${art}`, schemaVersion: 18 },
    components: [
      {
        ...{ type: 'radio', id: 'entscheidung', key: 'entscheidung', label: 'Entscheidung' },
        values: [{ value, label: de }],
        validate: { required: true },
        properties: { 'label.en': 'Decision', [`label.en.${value}`]: en },
      },
      {
        ...{ type: 'textarea', id: 'bemerkung', key: 'bemerkung', label: 'Bemerkung' },
        validate: { maxLength: 2_000, ...(art === 'bR' && { required: true }) },
        properties: { 'label.en': 'Remark' },
      },
    ],
  };
}
