import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Once } from './once.js';

@Component({
  selector: 'lm-bar',
  hostDirectives: [Once],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<button type="button" (click)="acts = acts + 1" (keydown)="keys = keys + 1">act</button>`,
})
class Bar {
  acts = 0;
  keys = 0;
}

function bar() {
  const fixture = TestBed.createComponent(Bar);
  const button = (fixture.nativeElement as HTMLElement).querySelector('button');
  if (!button) throw new Error('No button');
  return { bar: fixture.componentInstance, tell: (event: Event) => button.dispatchEvent(event) };
}

const click = (detail: number) => new MouseEvent('click', { detail, bubbles: true, cancelable: true });
const enter = (repeat: boolean) =>
  new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true });

describe('a bar that acts once', () => {
  it('swallows the second and the third click of a hand that clicks several times', () => {
    const { bar: shown, tell } = bar();
    for (const detail of [1, 2, 3]) tell(click(detail));
    expect(shown.acts).toBe(1);
  });

  it('swallows a key that is held down, from which the browser would make clicks', () => {
    const { bar: shown, tell } = bar();
    expect([tell(enter(false)), tell(enter(true))]).toEqual([true, false]);
    expect(shown.keys).toBe(1);
  });

  it('acts on each click of its own, by hand or by keyboard', () => {
    const { bar: shown, tell } = bar();
    for (const detail of [1, 1, 0, 0]) tell(click(detail));
    expect(shown.acts).toBe(4);
  });
});
