import type { FindingText } from '../finding.js';

/** What the schema of the version forbids. */
export const structureTexts = {
  'structure.missing': {
    severity: 'error',
    de: 'Erwartet: Element {element}. Gefunden: keines.',
    en: 'Expected: element {element}. Found: none.',
    remedy: { de: 'Fehlende Angabe ergänzen.', en: 'Add what is missing.' },
  },
  'structure.misplaced': {
    severity: 'error',
    de: 'Das Element {element} steht an der falschen Stelle.',
    en: 'The element {element} stands in the wrong place.',
    remedy: { de: 'Reihenfolge des Schemas einhalten.', en: 'Keep to the order of the schema.' },
  },
  'structure.repeated': {
    severity: 'error',
    de: 'Erwartet: Element {element} höchstens einmal. Gefunden: mehrfach.',
    en: 'Expected: element {element} at most once. Found: several.',
    remedy: { de: 'Überzählige Angabe entfernen.', en: 'Remove the surplus element.' },
  },
  'structure.unknown': {
    severity: 'error',
    de: 'Das Element {element} kennt das Schema hier nicht.',
    en: 'The schema does not know the element {element} here.',
    remedy: { de: 'Unbekannte Angabe entfernen.', en: 'Remove the unknown element.' },
  },
  'structure.attribute': {
    severity: 'error',
    de: 'Attribut {attribute}: erwartet {expected}, gefunden {found}.',
    en: 'Attribute {attribute}: expected {expected}, found {found}.',
    remedy: { de: 'Attribut berichtigen.', en: 'Correct the attribute.' },
  },
  'structure.text': {
    severity: 'error',
    de: 'Erwartet: nur Elemente. Gefunden: Text „{found}“.',
    en: 'Expected: elements only. Found: text "{found}".',
    remedy: { de: 'Text entfernen.', en: 'Remove the text.' },
  },
  'structure.value': {
    severity: 'error',
    de: 'Erwartet: {expected}. Gefunden: „{found}“.',
    en: 'Expected: {expected}. Found: "{found}".',
    remedy: { de: 'Wert berichtigen.', en: 'Correct the value.' },
  },
} satisfies Record<string, FindingText>;
