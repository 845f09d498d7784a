import type { KeyBinding } from './key-map.js';
import { pressed, type Press } from './pressed.js';

const binding = (key: string, where?: 'fields'): KeyBinding => ({
  key,
  label: key,
  run: () => undefined,
  ...(where ? { where } : {}),
});
const bindings = [binding('j'), binding('Enter'), binding('?'), binding('Shift+z'), binding('Control+Enter', 'fields')];

function press(key: string, target: EventTarget | null, held: Partial<Press> = {}): Press {
  return { key, target, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, ...held };
}

function element(html: string): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = html;
  return host.firstElementChild as HTMLElement;
}

describe('pressed', () => {
  it('never takes a single key from a text field, a select or an editable text', () => {
    for (const html of ['<input>', '<textarea></textarea>', '<select></select>', '<p contenteditable="true"></p>']) {
      expect(pressed(bindings, press('j', element(html)), 'on')).toBeUndefined();
    }
  });

  it('leaves Enter to the button or link that has the focus', () => {
    expect(pressed(bindings, press('Enter', element('<button></button>')), 'on')).toBeUndefined();
    expect(pressed(bindings, press('Enter', element('<a href="/">x</a>')), 'on')).toBeUndefined();
  });

  it('leaves every key to a dialog that stands inside the screen', () => {
    const dialog = element('<dialog><button></button><input></dialog>');
    for (const target of [dialog, ...dialog.children]) {
      expect(pressed([...bindings, binding('Escape', 'fields')], press('Escape', target), 'on')).toBeUndefined();
      expect(pressed(bindings, press('Enter', target, { ctrlKey: true }), 'on')).toBeUndefined();
    }
  });

  it('leaves the space bar to a radio button, and takes Enter from it', () => {
    const radio = element('<input type="radio">');
    expect(pressed([binding(' ')], press(' ', radio), 'on')).toBeUndefined();
    expect(pressed(bindings, press('Enter', radio), 'on')?.key).toBe('Enter');
  });

  it('ignores keys held with Alt or Meta: they belong to the system', () => {
    expect(pressed(bindings, press('j', element('<div></div>'), { altKey: true }), 'on')).toBeUndefined();
  });

  it('acts once while a key is held down, and steps on', () => {
    const held = { repeat: true };
    expect(pressed(bindings, press('Enter', element('<div></div>'), { ...held, ctrlKey: true }), 'on')).toBeUndefined();
    expect(pressed(bindings, press('j', element('<div></div>'), held), 'on')?.key).toBe('j');
  });

  it('ignores single letters when they are switched off', () => {
    expect(pressed(bindings, press('j', element('<div></div>')), 'off')).toBeUndefined();
  });

  it('finds letters, signs that need Shift, and letters held with Shift', () => {
    const pane = element('<div tabindex="0"></div>');
    expect(pressed(bindings, press('j', pane), 'on')?.key).toBe('j');
    expect(pressed(bindings, press('?', pane, { shiftKey: true }), 'on')?.key).toBe('?');
    expect(pressed(bindings, press('Z', pane, { shiftKey: true }), 'on')?.key).toBe('Shift+z');
  });

  it('lets the primary act through from a field', () => {
    const target = element('<input>');
    expect(pressed(bindings, press('Enter', target, { ctrlKey: true }), 'on')?.key).toBe('Control+Enter');
  });
});
