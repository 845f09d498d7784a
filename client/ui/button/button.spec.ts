import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button, type ButtonState } from './button.js';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Button],
  template: `<button lmButton type="button" [state]="state()">Freigeben</button>`,
})
class Host {
  readonly state = signal<ButtonState>('ready');
}

async function buttonIn(state: ButtonState) {
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.state.set(state);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('button')!;
}

describe('Button', () => {
  it('is announced as unavailable when it is blocked or busy, and stays reachable by keyboard', async () => {
    for (const state of ['blocked', 'busy'] as const) {
      const button = await buttonIn(state);
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.disabled).toBe(false);
    }
  });

  it('can be pressed when it explains why not', async () => {
    const button = await buttonIn('explains');
    expect(button.hasAttribute('aria-disabled')).toBe(false);
    expect(button.classList).toContain('blocked');
  });

  it('says what it does', async () => {
    expect((await buttonIn('ready')).textContent.trim()).toBe('Freigeben');
  });
});
