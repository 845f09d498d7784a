import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AccessRules, AccessSubject } from '../../../server/contract/access-views.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { ROLES } from './words.js';

/** Who a rule speaks of: the house, a unit with those below it, a role, or one person. */
@Component({
  selector: 'lm-subject-field',
  imports: [Field, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lm-field label="Wer bekommt das Recht?" i18n-label="@@access.who">
    <lm-select
      [options]="options()"
      [value]="chosen()"
      placeholder="Bitte wählen"
      i18n-placeholder="@@access.choose"
      (valueChange)="choose($event)"
    />
  </lm-field>`,
})
export class SubjectField {
  readonly known = input.required<Pick<AccessRules, 'units' | 'people'>>();
  readonly subjectChange = output<AccessSubject | null>();

  /** Nothing is chosen beforehand: a right is given to somebody on purpose. */
  protected readonly chosen = signal('');
  protected readonly options = computed<readonly SelectOption[]>(() => [
    { value: 'house', label: $localize`:@@access.house:das ganze Haus` },
    ...ROLES.map(({ value, label }) => ({
      value: `role ${value}`,
      label: $localize`:@@access.roleOf:Rolle ${label}:role:`,
    })),
    ...this.known().units.map(({ id, name }) => ({
      value: `unit ${id}`,
      label: $localize`:@@access.unitOf:Einheit ${name}:unit:`,
    })),
    ...this.known().people.map(({ id, name, unit }) => ({ value: `person ${id}`, label: `${name} (${unit})` })),
  ]);

  protected choose(value: string): void {
    this.chosen.set(value);
    this.subjectChange.emit(value === '' ? null : subjectOf(value));
  }
}

function subjectOf(value: string): AccessSubject {
  const [kind, which = ''] = value.split(' ');
  if (kind === 'unit') return { kind, id: which };
  if (kind === 'person') return { kind, id: which };
  const role = ROLES.find((known) => known.value === which)?.value;
  return kind === 'role' && role ? { kind, role } : { kind: 'house' };
}
