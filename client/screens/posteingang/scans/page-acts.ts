import type { IconName } from '../../../ui/icon/icons.js';

/** What can be done with the chosen page, and with the steps so far. */
export type PageAct = 'split' | 'before' | 'after' | 'elsewhere' | 'turn' | 'leaveOut' | 'undo' | 'startOver';

interface Described {
  readonly act: PageAct;
  readonly icon: IconName;
  /** As `keyOf` says it; null where no key is worth the danger. */
  readonly keys: string | null;
  readonly word: string;
}

/** In the order of their buttons. */
export const PAGE_ACTS: readonly Described[] = [
  { act: 'split', icon: 'content-cut', keys: 's', word: $localize`:@@scan.split:Trennen` },
  { act: 'before', icon: 'arrow-back', keys: 'Alt+ArrowLeft', word: $localize`:@@scan.before:Nach vorn` },
  { act: 'after', icon: 'arrow-forward', keys: 'Alt+ArrowRight', word: $localize`:@@scan.after:Nach hinten` },
  { act: 'elsewhere', icon: 'move-item', keys: 'm', word: $localize`:@@scan.elsewhere:In anderen Brief` },
  { act: 'turn', icon: 'rotate-right', keys: 'r', word: $localize`:@@scan.turn:Drehen` },
  { act: 'leaveOut', icon: 'visibility-off', keys: 'Delete', word: $localize`:@@scan.leaveOut:Weglassen` },
  { act: 'undo', icon: 'undo', keys: 'Control+z', word: $localize`:@@scan.undo:Schritt zurück` },
  { act: 'startOver', icon: 'restart-alt', keys: null, word: $localize`:@@scan.startOver:Von vorn` },
];

/** What an act is called where the page makes it the other way round. */
export const TURNED_ROUND = {
  split: $localize`:@@scan.join:Verbinden`,
  leaveOut: $localize`:@@scan.takeIn:Aufnehmen`,
} as const;

/** A key as the acts name it: `Control+` and `Alt+` before it, letters in lower case. */
export function keyOf({ key, ctrlKey, altKey }: KeyboardEvent): string {
  return `${ctrlKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;
}
