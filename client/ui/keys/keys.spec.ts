import { ChangeDetectionStrategy, Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { KeyBinding } from './key-map.js';
import { Keys } from './keys.js';

@Component({
  imports: [Keys],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div [lmKeys]="keys"><button type="button">inside</button></div>
    <button type="button" id="outside">outside</button>`,
})
class Screen {
  runs = 0;
  readonly keys: readonly KeyBinding[] = [{ key: 'Control+Enter', label: '', run: () => (this.runs += 1) }];
}

describe('the keys of a screen', () => {
  it('do nothing while the focus is outside of it', () => {
    press(element('#outside'));
    expect(screen.componentInstance.runs).toBe(0);
  });

  it('do nothing while a dialog is open, wherever the focus is', () => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    press(document.body);
    press(dialog);
    dialog.remove();
    expect(screen.componentInstance.runs).toBe(0);
  });

  it('act once while the focus is inside of it', () => {
    press(element('button'));
    expect(screen.componentInstance.runs).toBe(1);
  });

  it('act once where what had the focus has left the page', () => {
    press(document.body);
    expect(screen.componentInstance.runs).toBe(1);
  });
});

let screen: ComponentFixture<Screen>;

beforeEach(() => {
  screen = TestBed.createComponent(Screen);
  document.body.append(screen.nativeElement as HTMLElement);
  screen.detectChanges();
});
afterEach(() => (screen.nativeElement as HTMLElement).remove());

function element(selector: string): HTMLElement {
  const found = (screen.nativeElement as HTMLElement).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}

function press(target: HTMLElement): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
}
