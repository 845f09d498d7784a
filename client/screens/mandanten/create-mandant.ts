import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import type { CreatedMandant, NewMandant } from '../../../server/contract/mandant-views.js';
import { Asking } from '../../live/asking.js';
import { Operator } from '../../live/operator.js';
import { date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { TextField } from '../../ui/field/text-field.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

type FieldName = 'name' | 'code' | 'key' | 'street' | 'place' | 'phone' | 'mail' | 'unit' | 'login' | 'person';

interface FieldFacts {
  readonly name: FieldName;
  readonly label: string;
  readonly longest: number;
  readonly hint?: string;
}

/** In the order of the sheet. */
const FIELDS: readonly FieldFacts[] = [
  { name: 'name', label: $localize`:@@mandanten.fieldName:Name der Behörde`, longest: 120 },
  {
    name: 'code',
    label: $localize`:@@mandanten.fieldCode:Kürzel`,
    longest: 31,
    hint: $localize`:@@mandanten.codeHint:Kleinbuchstaben, Ziffern und Bindestrich; es bleibt für immer.`,
  },
  { name: 'key', label: $localize`:@@mandanten.fieldKey:Behördenschlüssel`, longest: 30 },
  { name: 'street', label: $localize`:@@mandanten.fieldStreet:Straße`, longest: 120 },
  { name: 'place', label: $localize`:@@mandanten.fieldPlace:Postleitzahl und Ort`, longest: 120 },
  { name: 'phone', label: $localize`:@@mandanten.fieldPhone:Telefon`, longest: 60 },
  { name: 'mail', label: $localize`:@@mandanten.fieldMail:E-Mail`, longest: 120 },
  { name: 'unit', label: $localize`:@@mandanten.fieldUnit:Erste Einheit`, longest: 120 },
  { name: 'login', label: $localize`:@@mandanten.fieldLogin:Anmeldename der ersten Administration`, longest: 61 },
  { name: 'person', label: $localize`:@@mandanten.fieldPerson:Ihr Name`, longest: 80 },
];
const REQUIRED: readonly FieldName[] = ['name', 'code', 'key', 'unit', 'login', 'person'];

/** Makes a Mandant, and shows once the link by which its first administrator sets a password. */
@Component({
  selector: 'lm-create-mandant',
  imports: [Alert, Button, Dialog, RefusalAlert, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './create-mandant.html',
})
export class CreateMandant {
  readonly closed = output();
  readonly done = output();

  private readonly operator = inject(Operator);
  protected readonly asking = new Asking();
  protected readonly fields = FIELDS;
  protected readonly typed = signal<Readonly<Partial<Record<FieldName, string>>>>({});
  protected readonly made = signal<CreatedMandant | null>(null);
  protected readonly missing = computed(() => REQUIRED.some((name) => this.value(name) === ''));
  protected readonly day = date;

  protected set(name: FieldName, value: string): void {
    this.typed.update((typed) => ({ ...typed, [name]: value }));
  }

  protected async create(): Promise<void> {
    if (this.missing()) return;
    const made = await this.asking.ask(() => this.operator.create(this.wish()));
    if (!made) return;
    this.made.set(made);
    this.done.emit();
  }

  protected copy(link: string): void {
    void navigator.clipboard.writeText(link);
  }

  private value(name: FieldName): string {
    return this.typed()[name]?.trim() ?? '';
  }

  private wish(): NewMandant {
    const [street, place, phone, mail] = [
      this.value('street'),
      this.value('place'),
      this.value('phone'),
      this.value('mail'),
    ];
    return {
      name: this.value('name'),
      code: this.value('code'),
      behoerdenschluessel: this.value('key'),
      letterhead: { street, place, phone, mail },
      unit: { code: '10', name: this.value('unit') },
      administrator: { login: this.value('login'), name: this.value('person') },
    };
  }
}
