import type { DokumentArt } from '../../../server/contract/dokument-views.js';
import type { Sentence } from '../../../server/contract/rejections.js';
import type { ZusatzfeldView, ZusatzItem, ZusatzKind, ZusatzRule } from '../../../server/contract/zusatzfeld-views.js';
import { chosenLanguage } from '../../live/language.js';
import { date } from '../../locale/format.js';
import { artName } from '../dokument/details.js';

type Art = ZusatzRule['art'];
type Pick = (sentence: Sentence) => string;

export const YES = $localize`:@@zusatz.yes:ja`;
export const NO = $localize`:@@zusatz.no:nein`;

/** What a field can hold, in words. */
export const ARTEN: Readonly<Record<Art, string>> = {
  text: $localize`:@@zusatz.text:Text`,
  longText: $localize`:@@zusatz.longText:langer Text`,
  wholeNumber: $localize`:@@zusatz.wholeNumber:ganze Zahl`,
  amount: $localize`:@@zusatz.amount:Betrag`,
  day: $localize`:@@zusatz.day:Tag`,
  yesNo: $localize`:@@zusatz.yesNo:ja oder nein`,
  choice: $localize`:@@zusatz.choice:Auswahl`,
};

export const KINDS: Readonly<Record<ZusatzKind, string>> = {
  akte: $localize`:@@screen.akten:Akten`,
  vorgang: $localize`:@@palette.vorgaenge:Vorgänge`,
  dokument: $localize`:@@screen.dokumente:Dokumente`,
};

/** Where the fields of a record are read. */
export function addressOf(kind: ZusatzKind, id: string): string {
  const nouns: Readonly<Record<ZusatzKind, string>> = { akte: 'akten', vorgang: 'vorgaenge', dokument: 'dokumente' };
  return `${nouns[kind]}/${id}/zusatzfelder`;
}

/** A stored value in the language of the page; the text beside it is German, as it was filed. */
export function shownValue({ rule, value, text }: ZusatzItem, pick: Pick): string {
  if (value === null) return '';
  if (rule.art === 'day') return date(String(value));
  if (rule.art === 'amount') return writeAmount(String(value));
  if (rule.art === 'yesNo') return value === true ? YES : NO;
  const option = rule.art === 'choice' ? rule.options.find(({ key }) => key === value) : undefined;
  return option ? pick(option.label) : text;
}

/** `12450.80` as `12.450,80` in German, `12,450.80` in English: by its digits, since it may be longer than a number is exact. */
export function writeAmount(amount: string, language = chosenLanguage()): string {
  const [whole = '', cents = '00'] = amount.split('.');
  const [group, point] = language === 'de' ? ['.', ','] : [',', '.'];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${cents}`;
}

/** The other way; what is no amount stays as it was typed, for the server to refuse. */
export function readAmount(typed: string, language = chosenLanguage()): string {
  const [group, point] = language === 'de' ? ['\\.', ','] : [',', '\\.'];
  const shape = new RegExp(`^-?(\\d+|\\d{1,3}(${group}\\d{3})+)(${point}\\d{1,2})?$`);
  const text = typed.trim();
  if (!shape.test(text)) return text;
  return language === 'de' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
}

/** „Text, bis 20 Zeichen, nur Ziffern“. */
export function ruleWords(rule: ZusatzRule, pick: Pick): string {
  return [ARTEN[rule.art], ...limitWords(rule, pick)].join(', ');
}

function limitWords(rule: ZusatzRule, pick: Pick): string[] {
  switch (rule.art) {
    case 'text': {
      const signs = { any: '', digits: DIGITS, letters: LETTERS, lettersAndDigits: LETTERS_AND_DIGITS }[rule.signs];
      return [between(rule.shortest || null, rule.longest), signs].filter(Boolean);
    }
    case 'longText':
      return [between(null, rule.longest)];
    case 'wholeNumber':
      return [between(rule.least, rule.most)].filter(Boolean);
    case 'amount':
      return [between(rule.least && writeAmount(rule.least), rule.most && writeAmount(rule.most))].filter(Boolean);
    case 'day':
      return [between(rule.earliest && date(rule.earliest), rule.latest && date(rule.latest))].filter(Boolean);
    case 'choice':
      return [rule.options.map(({ label }) => pick(label)).join(' / ')];
    case 'yesNo':
      return [];
  }
}

export const DIGITS = $localize`:@@zusatz.digits:nur Ziffern`;
export const LETTERS = $localize`:@@zusatz.letters:nur Buchstaben`;
export const LETTERS_AND_DIGITS = $localize`:@@zusatz.lettersAndDigits:nur Buchstaben und Ziffern`;

function between(low: string | number | null, high: string | number | null): string {
  if (low === null) return high === null ? '' : $localize`:@@zusatz.upTo:bis ${String(high)}:high:`;
  return high === null
    ? $localize`:@@zusatz.atLeast:ab ${String(low)}:low:`
    : $localize`:@@zusatz.between:${String(low)}:low: bis ${String(high)}:high:`;
}

/** Which records of its kind have a field. */
export function placeWords({ einheit, dokumentArt }: Extent): string {
  const place = einheit ? `${einheit.kennzeichen} ${einheit.titel}` : $localize`:@@zusatz.everywhere:überall`;
  return dokumentArt ? `${place}, ${artName(dokumentArt)}` : place;
}

interface Extent {
  readonly einheit: ZusatzfeldView['einheit'];
  readonly dokumentArt: DokumentArt | null;
}
