import type { AccessOfPerson, AccessRight } from '../contract/access-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { isCleared, reasonsFor, type Reason, type RecordPlace, type RuleBook } from './access.js';
import { germanDay } from '../contract/german-day.js';
import type { NamedHolder } from './holder.queries.js';
import { nameOfPlace, nameOfRight, nameOfStufe, nameOfSubject, type NameBook } from './names.js';

/** What lets a person see a Vorgang for the time being. */
export interface Occasion {
  /** An open Aufgabe: theirs, their group's, or that of somebody they stand in for. */
  readonly aufgaben: readonly Sentence[];
  readonly temporary: readonly { readonly until: Day; readonly reason: string; readonly by: string }[];
}

export const NO_OCCASION: Occasion = { aufgaben: [], temporary: [] };

/** What a sentence about rights needs besides the person. */
export interface Circumstances {
  readonly book: RuleBook;
  readonly names: NameBook;
  readonly record: RecordPlace;
}

/** Whether and why a person sees a record, in sentences: each names rule, group and place. */
export function explainAccess(about: Circumstances, person: NamedHolder, occasion: Occasion): AccessOfPerson {
  const reasons = reasonsFor(about.book, person, about.record);
  const known = { id: person.id, name: person.name, unit: person.unit };
  if (!isCleared(person, about.record)) return { ...known, right: null, reasons: [notCleared(about, person)] };
  const byRules = reasons.map((reason) => ruleSentence(about, reason));
  const forNow = [...occasion.aufgaben.map(aufgabeSentence), ...occasion.temporary.map(temporarySentence)];
  const right: AccessRight | null = reasons[0]?.rule.right ?? (forNow.length > 0 ? 'read' : null);
  if (right === null) return { ...known, right, reasons: [nothingNames(about)] };
  return { ...known, right, reasons: [...byRules, ...forNow] };
}

function ruleSentence({ book, names }: Circumstances, { rule, standsInFor }: Reason): Sentence {
  const [who, where] = [nameOfSubject(rule.subject, names), nameOfPlace(rule.place, names)];
  const what = nameOfRight(rule.right);
  const sentence = {
    de: `Regel: ${who.de} darf hier ${what.de} (${where.de}).`,
    en: `Rule: ${who.en} may ${what.en} here (${where.en}).`,
  };
  if (standsInFor === null) return sentence;
  const name = names.people.get(standsInFor) ?? '–';
  const until = book.vertretungen.find(({ personId }) => personId === standsInFor)?.until ?? '';
  return {
    de: `${sentence.de} In Vertretung von ${name} bis ${germanDay(until)}.`,
    en: `${sentence.en} Standing in for ${name} until ${until}.`,
  };
}

function aufgabeSentence({ de, en }: Sentence): Sentence {
  return {
    de: `Leserecht, solange die Aufgabe „${de}“ offen ist.`,
    en: `Right to read while the task “${en}” is open.`,
  };
}

function temporarySentence({ until, reason, by }: Occasion['temporary'][number]): Sentence {
  return {
    de: `Leserecht bis ${germanDay(until)}, erteilt von ${by}. Grund: ${reason}`,
    en: `Right to read until ${until}, granted by ${by}. Reason: ${reason}`,
  };
}

function notCleared({ record }: Circumstances, person: NamedHolder): Sentence {
  const [stufe, clearance] = [nameOfStufe(record.stufe), nameOfStufe(person.clearance)];
  return {
    de: `Eingestuft als „${stufe.de}“; ${person.name} ist bis „${clearance.de}“ ermächtigt. Abhilfe: Ermächtigung durch die Administration.`,
    en: `Classified as “${stufe.en}”; ${person.name} is cleared up to “${clearance.en}”. Remedy: a clearance by the administration.`,
  };
}

function nothingNames({ names, record }: Circumstances): Sentence {
  if (record.protectedAkteId !== null) {
    return {
      de: 'Die Akte ist geschützt, und keine Regel auf ihrer Liste nennt die Person, ihre Einheit oder eine ihrer Rollen. Abhilfe: die Liste der Akte erweitern.',
      en: 'The file is protected, and no rule on its list names the person, their unit or one of their roles. Remedy: extend the list of the file.',
    };
  }
  const place = names.einheiten.get(record.path.at(-1) ?? '') ?? '–';
  return {
    de: `Keine Regel an „${place}“ oder darüber nennt die Person, ihre Einheit oder eine ihrer Rollen. Abhilfe: dort ein Recht erteilen.`,
    en: `No rule at “${place}” or above names the person, their unit or one of their roles. Remedy: grant a right there.`,
  };
}
