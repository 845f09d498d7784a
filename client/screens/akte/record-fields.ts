import type { WritableSignal } from '@angular/core';
import type { AkteView, Medium, RecordMetadata } from '../../../server/contract/akte-views.js';
import { date } from '../../locale/format.js';
import type { ConflictField } from '../shared/conflict/conflict.js';
import { MEDIEN } from './record-words.js';

type RecordOfSheet = AkteView | RecordMetadata;

/** What a sheet about an Akte or a Vorgang holds while somebody types. */
interface Typed {
  readonly betreff: WritableSignal<string>;
  readonly bemerkung: WritableSignal<string>;
  readonly medium: WritableSignal<string>;
  readonly standort: WritableSignal<string>;
  readonly beginn: WritableSignal<string>;
  readonly ende: WritableSignal<string>;
  /** Of an Akte. */
  readonly unit: WritableSignal<string>;
  readonly unitName: (id: string) => string;
}

/** Its fields, as far as two people may have different ones. */
export function recordFields(typed: Typed): readonly ConflictField<RecordOfSheet>[] {
  const day = (text: string) => (text === '' ? '' : date(text));
  return [
    field($localize`:@@akte.betreff:Betreff`, typed.betreff, ({ betreff }) => betreff),
    field($localize`:@@vorgang.federfuehrung:Federführung`, typed.unit, unitOf, typed.unitName),
    field(
      $localize`:@@akte.medium:Medium`,
      typed.medium,
      ({ medium }) => medium,
      (text) => MEDIEN[text as Medium],
    ),
    field($localize`:@@akte.standort:Standort des Papierteils`, typed.standort, ({ standort }) => standort),
    field($localize`:@@akte.laufzeitBeginn:Laufzeit ab`, typed.beginn, (record) => record.laufzeitBeginn ?? '', day),
    field(
      $localize`:@@akte.laufzeitEnde:Laufzeit bis (leer: läuft)`,
      typed.ende,
      (record) => record.laufzeitEnde ?? '',
      day,
    ),
    field($localize`:@@akte.bemerkung:Bemerkung`, typed.bemerkung, ({ bemerkung }) => bemerkung),
  ];
}

function unitOf(record: RecordOfSheet): string {
  return 'federfuehrung' in record ? record.federfuehrung.id : '';
}

function field(
  label: string,
  typed: WritableSignal<string>,
  of: (record: RecordOfSheet) => string,
  shown?: (text: string) => string,
): ConflictField<RecordOfSheet> {
  return { label, of, typed: () => typed(), type: (text) => typed.set(text), ...(shown ? { shown } : {}) };
}
