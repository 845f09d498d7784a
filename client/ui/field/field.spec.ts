import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Control } from './control.js';
import { DateField } from './date-field.js';
import { Field } from './field.js';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, DateField, Field],
  template: `<lm-field label="Grund" hint="Steht im Protokoll." [error]="error()"
      ><input lmControl type="text"
    /></lm-field>
    <lm-date-field
      label="Datum"
      today="2026-11-25"
      [format]="german"
      [value]="day()"
      (valueChange)="day.set($event)"
    />`,
})
class Host {
  readonly error = signal<string | null>(null);
  readonly day = signal('');
  readonly german = (day: string) => day.split('-').reverse().join('.');
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const [text, day] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
  const type = async (value: string) => {
    day!.value = value;
    day!.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  return {
    fixture,
    text: text!,
    day: day!,
    type,
    host: fixture.componentInstance,
    element: fixture.nativeElement as HTMLElement,
  };
}

describe('Field', () => {
  it('ties the error to its control, next to the hint', async () => {
    const { fixture, text, host, element } = await shown();
    host.error.set('Bitte ausfüllen.');
    await fixture.whenStable();
    expect(text.getAttribute('aria-invalid')).toBe('true');
    const described = text.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => element.querySelector(`#${id}`)!.textContent.trim())).toEqual([
      'Steht im Protokoll.',
      'Bitte ausfüllen.',
    ]);
  });

  it('ties the label to its control', async () => {
    const { text, element } = await shown();
    expect(element.querySelector(`label[for="${text.id}"]`)!.textContent).toBe('Grund');
    expect(text.hasAttribute('aria-invalid')).toBe(false);
  });
});

describe('DateField', () => {
  it('keeps what was typed when it is no day, and says so', async () => {
    const { day, type, host } = await shown();
    await type('31.02.');
    expect(day.value).toBe('31.02.');
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(host.day()).toBe('');
  });

  it('takes short forms and writes them out', async () => {
    const { day, type, host } = await shown();
    await type('+2w');
    expect(host.day()).toBe('2026-12-09');
    expect(day.value).toBe('09.12.2026');
  });

  it('can be emptied', async () => {
    const { type, host } = await shown();
    await type('heute');
    await type('');
    expect(host.day()).toBe('');
  });
});
