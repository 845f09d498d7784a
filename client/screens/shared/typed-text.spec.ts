import type { Type } from '@angular/core';
import type { EinheitView } from '../../../server/contract/aktenplan-views.js';
import type { AufbewahrungView } from '../../../server/contract/aufbewahrung-views.js';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { KontaktView } from '../../../server/contract/kontakt-views.js';
import type { AktenvorlageView, DokumentvorlageView } from '../../../server/contract/vorlage-views.js';
import type { ZusatzfeldView } from '../../../server/contract/zusatzfeld-views.js';
import { Akteneinsicht } from '../akteneinsicht/akteneinsicht.js';
import { ClosingSheet } from '../aktenplan/closing-sheet.js';
import { EinheitSheet } from '../aktenplan/einheit-sheet.js';
import { RuleSheet } from '../aktenplan/rule-sheet.js';
import { RecordEvent } from '../aussonderung/aufbewahrung/record-event.js';
import { SetFrist } from '../aussonderung/aufbewahrung/set-frist.js';
import { EditDokument } from '../dokument/edit-dokument.js';
import { KontaktSheet } from '../kontakt/kontakt-sheet.js';
import { AktenvorlageSheet } from '../vorlagen/aktenvorlage-sheet.js';
import { DokumentvorlageSheet } from '../vorlagen/dokumentvorlage-sheet.js';
import { ZusatzfeldSheet } from '../zusatzfeld/zusatzfeld-sheet.js';
import { shownWith } from './sheet.testing.js';

const einheit: EinheitView = {
  ...{ id: 'p', parentId: 'o', kennzeichen: '20.1', titel: 'Haushalt', state: 'offen', below: 'nothing' },
  ...{ version: 3, day: '2026-11-24', path: [], obstacles: [] },
  own: { titel: 'Haushalt', aufbewahrung: 'geerbt', aussonderungsart: 'A', state: 'offen' },
  ...{ aufbewahrung: { jahre: 10, from: '20' }, aussonderungsart: { art: 'A', from: '20.1' } },
  versions: [
    {
      ...{ nummer: 2, validFrom: '2027-01-01', titel: 'Haushalt neu', aufbewahrung: 30, aussonderungsart: null },
      ...{ state: 'offen', parent: '20', createdAt: '2026-11-24T09:00:00Z', createdBy: 'Helga Brandt' },
    },
  ],
};
const period: AufbewahrungView = {
  ...{ vorgangId: 'v', aktenzeichen: '20.1-0001/2026/01', akteId: 'a', akteAktenzeichen: '20.1-0001/2026' },
  ...{ einheit: '20.1 Haushalt', state: 'running', zdaDate: '2026-11-01', fristbeginn: '2027-01-01' },
  ...{ aufbewahrungsende: '2036-12-31', aussonderungsart: 'A', dokumente: [], sperren: [], akte: null },
  holds: { jahre: 10, counting: 'yearEnd', start: 'zdA', from: { jahre: 'plan', counting: 'plan', start: 'plan' } },
  plan: { jahre: 10, counting: 'yearEnd', start: 'zdA' },
  vorgang: {
    ...{ jahre: 12, counting: null, start: null, reason: 'Prüfung', shorteningReason: null },
    ...{ at: '2026-11-02T09:00:00Z', by: 'Helga Brandt', version: 3 },
  },
  vorgangEvent: { day: '2026-11-02', reason: 'Abnahme', at: '2026-11-02T09:00:00Z', by: 'Helga Brandt', version: 3 },
  ...{ akteEvent: null, next: { de: '', en: '' } },
};
const kontakt: KontaktView = {
  ...{ id: 'k', version: 3, label: 'Oldenhoff', art: 'person', name: 'Oldenhoff', vorname: '', strasse: '', plz: '' },
  ...{ ort: 'Altena', mail: '', telefon: '', geburtsdatum: null, mergedInto: null, duplicates: [], candidates: [] },
  vorgaenge: [],
};
const dokument: DokumentView = {
  ...{ id: 'd', version: 3, nummer: 1, betreff: 'Entwurf', art: 'ausgang', state: 'entwurf', date: null },
  ...{ createdAt: '2026-11-24T09:00:00Z', createdBy: 'Jana Petersen', parentId: null, versions: [] },
  ...{ checkout: null, rechnung: null },
};
const zusatzfeld: ZusatzfeldView = {
  ...{ id: 'z', kind: 'akte', key: 'lage', label: { de: 'Lage', en: 'Place' }, need: 'optional', state: 'offen' },
  rule: { art: 'text', shortest: 0, longest: 90, signs: 'any' },
  ...{ version: 3, einheitId: null, einheit: null, dokumentArt: null },
};
const rule = { nummer: 3, rule: { akte: '{nummer}', teilakte: '{akte}.{nummer}', vorgang: '{akte}/{nummer}' } };
const aktenvorlage: AktenvorlageView = {
  ...{ id: 'b', name: 'Bauvorhaben', kind: 'akte', active: true, version: 3, positions: [], asked: [] },
  parts: [{ kind: 'vorgang', betreff: 'Planung', above: null, dokumentvorlageId: null, dokumentvorlage: null }],
};
const dokumentvorlage: DokumentvorlageView = {
  ...{ id: 'b', name: 'Anhörung', art: 'ausgang', active: true, nummer: 1, format: 'docx', betreff: 'Ihr Antrag' },
  ...{ version: 3, positions: [], fassungen: [] },
};

interface Sheet {
  readonly name: string;
  readonly sheet: Type<unknown>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What a sheet reads itself, first and later. */
  readonly read?: readonly [object, object];
  /** The same record as somebody else has left it meanwhile: what the page gives the sheet next. */
  readonly changed?: Readonly<Record<string, unknown>>;
  readonly field: string;
  readonly typed: string;
}

const own = (name: string, sheet: Type<unknown>, rest: Omit<Sheet, 'name' | 'sheet'>): Sheet => ({
  name,
  sheet,
  ...rest,
});
const today = '2026-11-24';

/** Sheets about a record that the page behind them reads. */
const OF_THE_PAGE: readonly Sheet[] = [
  own('a position', EinheitSheet, {
    ...{ inputs: { today, einheit }, field: 'Titel', typed: 'Haushalt und Kasse' },
    changed: { einheit: { ...einheit, version: 4, versions: [{ ...einheit.versions[0], titel: 'Etat' }] } },
  }),
  own('the closing of a position', ClosingSheet, {
    ...{ inputs: { act: 'aktenplan.closeEinheit', today, einheit }, field: 'Gilt ab', typed: '01.03.2027' },
    changed: { einheit: { ...einheit, version: 4, versions: [{ ...einheit.versions[0], validFrom: '2028-01-01' }] } },
  }),
  own('a period', SetFrist, {
    ...{ inputs: { view: period }, field: 'Jahre', typed: '17' },
    changed: { view: { ...period, vorgang: { ...period.vorgang, jahre: 30, version: 4 } } },
  }),
  own('an event', RecordEvent, {
    ...{ inputs: { view: period }, field: 'Tag des Ereignisses', typed: '05.11.2026' },
    changed: { view: { ...period, vorgangEvent: { ...period.vorgangEvent, day: '2026-11-09', version: 4 } } },
  }),
  own('an extra field', ZusatzfeldSheet, {
    ...{ inputs: { kind: 'akte', field: zusatzfeld }, field: 'Name, deutsch', typed: 'Lage am Bach' },
    changed: { field: { ...zusatzfeld, label: { de: 'Ort', en: 'Place' }, version: 4 } },
  }),
];

/** Sheets that show both versions, field by field. */
const OF_TWO: readonly Sheet[] = [
  own('a Kontakt', KontaktSheet, {
    ...{ inputs: { kontakt }, field: 'Ort', typed: 'Iserlohn' },
    changed: { kontakt: { ...kontakt, ort: 'Hemer', version: 4 } },
  }),
  own('a Dokument', EditDokument, {
    ...{ inputs: { dokument }, field: 'Betreff', typed: 'Entwurf der Antwort' },
    changed: { dokument: { ...dokument, betreff: 'Antwort', version: 4 } },
  }),
];

/** Sheets that read themselves what they are about; a cut line lets them read again. */
const OF_THEIR_OWN: readonly Sheet[] = [
  own('the rule of the Aktenzeichen', RuleSheet, {
    ...{ inputs: {}, field: 'Akte', typed: '{position}-{nummer}' },
    read: [rule, { ...rule, nummer: 4, rule: { ...rule.rule, akte: '{jahr}' } }],
  }),
  own('an Aktenvorlage', AktenvorlageSheet, {
    ...{ inputs: { id: 'b' }, field: 'Name', typed: 'Bauvorhaben klein' },
    read: [aktenvorlage, { ...aktenvorlage, name: 'Hochbau', version: 4 }],
  }),
  own('a Dokumentvorlage', DokumentvorlageSheet, {
    ...{ inputs: { id: 'b' }, field: 'Name', typed: 'Anhörung kurz' },
    read: [dokumentvorlage, { ...dokumentvorlage, name: 'Anhörungsbogen', version: 4 }],
  }),
];

const reads: Readonly<Record<string, unknown>> = {
  'dokumente/d': { items: [] },
  'aktenzeichen/vorschau': { examples: { akte: '1', teilakte: '1', vorgang: '1', teilvorgang: '1' }, faults: [] },
  'zusatzfelder/vorschau': { breaking: 0 },
};

/** Lets the line be cut, and everything be read again. */
async function readAgain({ reconnect, settled }: Awaited<ReturnType<typeof shownWith>>): Promise<void> {
  jest.useFakeTimers();
  reconnect();
  await jest.advanceTimersByTimeAsync(1_000);
  jest.useRealTimers();
  await settled();
}

/** Presses the first button of the sheet, with a reason where it asks for one. */
async function confirm({ element, settled }: Awaited<ReturnType<typeof shownWith>>): Promise<void> {
  const reason = element.querySelector<HTMLTextAreaElement>('lm-reason-sheet textarea');
  if (reason) reason.value = 'so beschlossen';
  element.querySelector<HTMLButtonElement>('footer button')!.click();
  for (let round = 0; round < 3; round++) await settled();
}

describe('what somebody has typed into a sheet', () => {
  it.each(OF_THE_PAGE)('stays when the page reads anew: $name', async ({ sheet, inputs, changed, field, typed }) => {
    const shown = await shownWith(sheet, inputs, { ...reads, '': { version: 4 } });
    await shown.type(field, typed);
    await shown.give(changed ?? {});
    expect(shown.field(field).value).toBe(typed);
    await confirm(shown);
    expect(shown.sent.at(-1)?.[1]).toMatchObject({ version: 3 });
  });

  it.each(OF_TWO)('stands beside what somebody else wrote, until one is chosen: $name', async (about) => {
    const { sheet, inputs, changed, field, typed } = about;
    const shown = await shownWith(sheet, inputs, { ...reads, '': { version: 5 } });
    await shown.type(field, typed);
    await shown.give(changed ?? {});
    expect(shown.field(field).value).toBe(typed);
    await confirm(shown);
    expect(shown.sent).toEqual([]);
    const [mine, theirs] = shown.element.querySelectorAll<HTMLInputElement>('lm-conflict-panel input');
    expect(shown.element.querySelector('lm-conflict-panel')?.textContent).toContain(typed);
    theirs!.click();
    mine!.click();
    await confirm(shown);
    expect(Object.values(shown.sent.at(-1)?.[1] ?? {})).toEqual(expect.arrayContaining([4, typed]));
  });

  it.each(OF_THEIR_OWN)('stays when the sheet reads again: $name', async ({ sheet, inputs, read, field, typed }) => {
    let asked = 0;
    const record = () => read?.[asked++ > 0 ? 1 : 0];
    const shown = await shownWith(sheet, inputs, { ...reads, vorlagen: record, aktenzeichen: record });
    await shown.type(field, typed);
    await readAgain(shown);
    expect(asked).toBe(2);
    expect(shown.field(field).value).toBe(typed);
  });

  it('stays when the page of an Akteneinsicht reads again: who takes the inspection', async () => {
    const scope = { kind: 'vorgang', id: 'v', aktenzeichen: '20.1-0001/2026/01', betreff: 'Fassade' };
    const choice = () => ({ scope, dokumente: [], beteiligte: [], made: [] });
    const shown = await shownWith(Akteneinsicht, { scope: 'vorgaenge', id: 'v' }, { vorgaenge: choice });
    await shown.type('Wer Einsicht nimmt', 'Erika Beispiel');
    await readAgain(shown);
    expect(shown.field('Wer Einsicht nimmt').value).toBe('Erika Beispiel');
  });
});
