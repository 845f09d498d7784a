import type { KeyBinding } from './key-map.js';

/** What the decision needs of a `keydown` event. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** Keys that lead on, and may be held down. An act happens once for each press: the next item stands there by then. */
const STEPS = new Set(['j', 'k', 'n', 'p', '+', '-', 'F6', 'Shift+F6', 'Control+z', 'Control+y']);

/**
 * The binding that a key press means, or undefined. Single keys never act in an editable field (WCAG 2.1.4), a button or
 * link that has the focus keeps Enter and the space bar for itself, and an open dialog keeps all its keys: the screen
 * around it rests, and Esc must close the dialog.
 */
export function pressed(bindings: readonly KeyBinding[], press: Press, letters: 'on' | 'off'): KeyBinding | undefined {
  if (press.altKey || press.metaKey) return undefined;
  const name = combination(press);
  const binding = bindings.find((candidate) => candidate.key === name);
  if (!binding || (press.repeat && !STEPS.has(name))) return undefined;
  const place = placeOf(press.target);
  if (place === 'dialog') return undefined;
  if (place === 'field' && binding.where !== 'fields') return undefined;
  if (place === 'control' && (name === 'Enter' || name === ' ')) return undefined;
  // A radio button is chosen by arrows and the space bar; Enter on a proposal files the letter.
  if (place === 'choice' && name === ' ') return undefined;
  if (letters === 'off' && name.length === 1) return undefined;
  return binding;
}

function combination(press: Press): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // Signs such as „?“ need Shift on many keyboards: there it belongs to the sign.
  const shift = press.shiftKey && (press.key.length > 1 || /\p{L}/u.test(press.key));
  return `${press.ctrlKey ? 'Control+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

function placeOf(target: EventTarget | null): 'dialog' | 'field' | 'choice' | 'control' | 'pane' {
  if (!(target instanceof HTMLElement)) return 'pane';
  if (target.closest('dialog')) return 'dialog';
  if (target.closest('input[type="radio"]')) return 'choice';
  const button = target.closest('input:is([type="checkbox"], [type="button"])');
  if (!button && target.closest('input, select, textarea, [contenteditable]:not([contenteditable="false"])'))
    return 'field';
  return button || target.closest('button, a, summary, [role="tab"]') ? 'control' : 'pane';
}
