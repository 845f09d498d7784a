import type { Sentence } from '../../../contract/rejections.js';
import type { Report } from '../compile/report.js';

/** What the deployment check can say about decisions. `{name}` places are filled; severity is `error` unless stated. */
export const DECISION_FINDING_TEXTS = {
  'dmn.unreadable': {
    de: 'Die Datei ist kein lesbares DMN-Modell: {cause}',
    en: 'The file is not a readable DMN model: {cause}',
  },
  'dmn.doctype': {
    de: 'Das Modell enthält eine DOCTYPE-Angabe. Bitte entfernen; sie könnte fremde Dateien nachladen.',
    en: 'The model contains a DOCTYPE. Please remove it; it could load foreign files.',
  },
  'dmn.tooLarge': {
    de: 'Das Modell ist größer als {limit} MB.',
    en: 'The model is larger than {limit} MB.',
  },
  'dmn.content': {
    de: 'Unbekannter oder doppelter Inhalt im Modell: {cause}',
    en: 'Unknown or duplicate content in the model: {cause}',
  },
  'dmn.noDecision': {
    de: 'Das Modell enthält keine Entscheidung.',
    en: 'The model contains no decision.',
  },
  'dmn.noId': {
    de: 'Ein Element vom Typ „{what}“ hat keine Kennung (id).',
    en: 'An element of type “{what}” has no id.',
  },
  'dmn.noName': {
    de: 'Diesem Element fehlt ein Name: {what}.',
    en: 'This element lacks a name: {what}.',
  },
  'dmn.import': {
    de: 'Das eingebundene Modell „{what}“ ist nicht dabei. Bitte alles in eine Datei übernehmen.',
    en: 'The imported model “{what}” is not among the files. Please put everything into one file.',
  },
  'dmn.reference': {
    de: 'Der Verweis „{what}“ führt zu keinem Element, das hier gemeint sein kann.',
    en: 'The reference “{what}” leads to no element that could be meant here.',
  },
  'dmn.cycle': {
    de: 'Diese Entscheidung braucht sich selbst: {what}.',
    en: 'This decision needs itself: {what}.',
  },
  'dmn.noLogic': {
    de: 'Hier fehlt, wie entschieden wird (Tabelle oder Ausdruck).',
    en: 'Nothing says how this is decided (a table or an expression).',
  },
  'dmn.language': {
    de: 'Die Ausdruckssprache „{what}“ wird nicht unterstützt, nur FEEL.',
    en: 'The expression language “{what}” is not supported, only FEEL.',
  },
  'dmn.external': {
    de: 'Funktionen der Art „{what}“ würden fremden Code ausführen und werden nicht unterstützt.',
    en: 'Functions of the kind “{what}” would run foreign code and are not supported.',
  },
  'dmn.feel': {
    de: 'Der Ausdruck „{source}“ ist nicht möglich: {cause}',
    en: 'The expression “{source}” is not possible: {causeEn}',
  },
  'dmn.type': {
    de: 'Den Typ „{what}“ gibt es nicht.',
    en: 'There is no type “{what}”.',
  },
  'dmn.tableColumns': {
    de: 'Die Regel hat {found} Zellen, die Tabelle {expected} Spalten.',
    en: 'The rule has {found} cells, the table has {expected} columns.',
  },
  'dmn.tableOutputs': {
    de: 'Die Tabelle hat keine Ausgabe.',
    en: 'The table has no output.',
  },
  'dmn.tableRules': {
    de: 'Die Tabelle hat {found} Regeln, möglich sind {limit}.',
    en: 'The table has {found} rules, {limit} are possible.',
  },
  'dmn.priorities': {
    de: 'Die Trefferregel „{what}“ braucht die erlaubten Ausgabewerte in ihrer Rangfolge.',
    en: 'The hit policy “{what}” needs the allowed output values in their order of priority.',
  },
  'dmn.aggregation': {
    de: 'Eine Zusammenfassung ist nur bei „COLLECT“ mit einer einzigen Ausgabe möglich.',
    en: 'An aggregation is possible only with “COLLECT” and a single output.',
  },
} as const satisfies Record<string, Sentence>;

export type DecisionFindingCode = keyof typeof DECISION_FINDING_TEXTS;
export type DecisionReport = Report<DecisionFindingCode>;
