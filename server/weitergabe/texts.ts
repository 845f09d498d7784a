import { germanDay } from '../contract/german-day.js';
import type { Sentence } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import type { WeitergabeKind } from '../contract/weitergabe-views.js';
import { kindText } from './weitergabe.js';

/** How the Protokoll of the Akte tells what was ordered. */
export function orderedText(kind: WeitergabeKind, recipient: string, dokumente: number, reason: string): Sentence {
  if (kind === 'kopie') {
    return {
      de: `Kopie von ${dokumente} Dokumenten für „${recipient}“ bestellt. Grund: ${reason}`,
      en: `Copy of ${dokumente} documents ordered for “${recipient}”. Reason: ${reason}`,
    };
  }
  return {
    de: `Weitergabe der Zuständigkeit an „${recipient}“ beantragt, mit ${dokumente} Dokumenten. Grund: ${reason}`,
    en: `Handing the responsibility over to “${recipient}” requested, with ${dokumente} documents. Reason: ${reason}`,
  };
}

export function movedText(recipient: string): Sentence {
  return {
    de: `Die Zuständigkeit liegt jetzt bei „${recipient}“`,
    en: `The responsibility now lies with “${recipient}”`,
  };
}

export interface NoteFacts {
  readonly from: string;
  readonly recipient: string;
  readonly aktenzeichen: string;
  readonly kind: WeitergabeKind;
  readonly reason: string;
  readonly dokumente: number;
  readonly stufe: Sentence;
  readonly day: Day;
}

/** The text in the package for whoever unpacks it without Laufmappe. */
export function noteText(facts: NoteFacts): string {
  const { from, recipient, aktenzeichen, kind, reason, dokumente, stufe, day } = facts;
  return [
    `Weitergabe der Akte ${aktenzeichen}`,
    '',
    `Von:             ${from}`,
    `An:              ${recipient}`,
    `Art:             ${kindText(kind).de}`,
    `Grund:           ${reason.replace(/\s+/g, ' ')}`,
    `Stand:           ${germanDay(day)}`,
    `Dokumente:       ${dokumente}`,
    `Vertraulichkeit: ${stufe.de}`,
    '',
    'manifest.csv nennt zu jedem Dokument Akte, Vorgang, Betreff, Art, Tag, Datei und SHA-256 (UTF-8, mit Semikolon).',
    'Eine Laufmappe übernimmt dieses Paket mit: npm run import -- <Paket>.zip',
    '',
  ].join('\r\n');
}
