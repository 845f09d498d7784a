import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { StoredFile } from '../platform/http/routes.js';
import { brokenInLine, placeFaults, placesOfLine } from './merge-values.js';
import type { TemplateReading } from './template/inspect-template.js';

/** The places of a file that may become a template, or one refusal with everything that stands against it. */
export function judgeTemplate(file: StoredFile, reading: TemplateReading | Rejection): readonly string[] | Rejection {
  if (isRejection(reading)) return reading;
  const reasons =
    'faults' in reading
      ? reading.faults.map(({ code, found }) => reject(`vorlage.${code}`, { found }))
      : placeFaults(reading.places, reading.broken);
  if (reasons.length > 0) return reject('vorlage.unfit', { name: file.name, count: reasons.length }, reasons);
  return 'faults' in reading ? [] : reading.places;
}

/** A Betreff may have places, too; refuses with everything that is wrong with them. */
export function refuseBetreff(name: string, betreff: string): Rejection | null {
  const reasons = placeFaults(placesOfLine(betreff), brokenInLine(betreff));
  return reasons.length > 0 ? reject('vorlage.unfit', { name, count: reasons.length }, reasons) : null;
}
