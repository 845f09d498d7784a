import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import type { Form } from '@bpmn-io/form-js-viewer';
import { formMessage } from './form-messages.js';
import { faultOf, type WrittenFields } from './writing.js';

/** What a form holds when its act is asked for: data, or the keys of the fields that are wrong. */
export type FormResult =
  | { readonly kind: 'data'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'incomplete'; readonly fields: readonly string[] };

/** Shows a form of a process in our look. The form library is loaded with the first form. */
@Component({
  selector: 'lm-task-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  template: '',
  styleUrl: './task-form.css',
})
export class TaskForm {
  /** Prepared schema; the form is built anew when it changes. */
  readonly schema = input.required<Readonly<Record<string, unknown>>>();
  readonly data = input.required<Readonly<Record<string, unknown>>>();
  readonly writings = input<WrittenFields>(new Map());
  readonly editing = input<'allowed' | 'locked'>('allowed');
  /** Another number builds the form anew from its data: what was typed is given up. */
  readonly round = input(0);
  readonly edited = output<Readonly<Record<string, unknown>>>();
  /** Key of the field that has the focus. */
  readonly focused = output<string>();
  readonly ready = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private form: Form | null = null;
  private building = 0;

  constructor() {
    effect(() => {
      const schema = this.schema();
      const locked = this.editing() === 'locked';
      this.round();
      untracked(() => void this.build(schema, locked));
    });
    inject(DestroyRef).onDestroy(() => this.form?.destroy());
  }

  /** Checks the form and gives its data; errors show at their fields and the first of them takes the focus. */
  result(): FormResult {
    if (!this.form) return { kind: 'data', data: {} };
    this.takeTypedDate();
    const { data, errors } = this.form.submit();
    const fields = Object.keys(errors);
    if (fields.length === 0) return { kind: 'data', data };
    // The errors stand in the page only after the library has drawn them.
    setTimeout(() => this.host.querySelector<HTMLElement>('.fjs-has-errors :is(input, textarea, select)')?.focus());
    return { kind: 'incomplete', fields };
  }

  /** Moves the focus to the first empty field that can be filled; says whether there was one. */
  focusFirstEmpty(): 'focused' | 'nothingEmpty' {
    const fields = [...this.host.querySelectorAll<HTMLInputElement>('input, textarea')];
    const empty = fields.find(
      (field) => !field.disabled && !field.readOnly && field.type !== 'checkbox' && field.value === '',
    );
    empty?.focus();
    return empty ? 'focused' : 'nothingEmpty';
  }

  /** The library takes a typed date only when its field is left. */
  private takeTypedDate(): void {
    const field = document.activeElement;
    if (!(field instanceof HTMLElement) || !this.host.contains(field) || !field.closest('.fjs-form-field-datetime'))
      return;
    field.blur();
    field.focus();
  }

  private async build(schema: Readonly<Record<string, unknown>>, locked: boolean): Promise<void> {
    const mine = ++this.building;
    const { Form } = await import('@bpmn-io/form-js-viewer');
    // Each letter is told at once: by default the library waits 300 ms for more, and Strg+Enter does not.
    const options = { container: document.createElement('div'), properties: { readOnly: locked }, debounce: false };
    const form = new Form(options);
    speakOurLanguage(form, untracked(this.writings));
    // The library calls it a change, too, that a field was left and checked: only other data is an edit.
    let known = '';
    form.on('changed', ({ data }: { data: Record<string, unknown> }) => {
      const text = JSON.stringify(data, (_key, value: unknown) => (value === '' || value === null ? undefined : value));
      if (text !== known && this.form === form) this.edited.emit(data);
      known = text;
    });
    await form.importSchema(structuredClone(schema), structuredClone(untracked(this.data)));
    if (mine !== this.building) return form.destroy();
    this.form?.destroy();
    this.form = form;
    form.attachTo(this.host);
    form.on('formField.focus', ({ formField }: { formField: { key?: string } }) => {
      if (formField.key) this.focused.emit(formField.key);
    });
    this.ready.emit();
  }
}

interface Field {
  readonly key?: string;
  readonly properties?: { readonly error?: string };
}

interface Registry {
  get(id: string): Field | undefined;
}

interface Validator {
  validateFieldInstance(instance: { readonly id: string }, value: unknown): string[];
}

function speakOurLanguage(form: Form, writings: WrittenFields): void {
  const validator = form.get<Validator>('validator');
  const fields = form.get<Registry>('formFieldRegistry');
  const check = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const field = fields.get(instance.id);
    const fault = faultOf(field?.key, value, writings);
    return fault ? [fault] : check(instance, value).map((message) => formMessage(message, field?.properties?.error));
  };
}
