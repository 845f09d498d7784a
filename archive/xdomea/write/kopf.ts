import type { Kopf } from '../model.js';
import type { Kopf0301 } from '../aktenplan.js';
import type { MessageNumber } from '../names.js';
import { kontakt } from './kontakt.js';
import { code, element, flag, group, text } from './xml.js';

/** Head of a 0503. The import confirmation is always asked for: without it nothing may be destroyed. */
export function kopf0503(kopf: Kopf): string {
  return element(
    'Kopf',
    basisKopf(kopf, '0503'),
    flag('Importbestaetigung', 'yes'),
    flag('RueckmeldungArchivkennung', wanted(kopf.rueckmeldungArchivkennung)),
    flag('Empfangsbestaetigung', wanted(kopf.empfangsbestaetigung)),
  );
}

/** Head of a 0301. */
export function kopf0301(kopf: Kopf0301): string {
  return element('Kopf', basisKopf(kopf, '0301'), flag('Empfangsbestaetigung', wanted(kopf.empfangsbestaetigung)));
}

function basisKopf(kopf: Kopf0301, message: MessageNumber): string {
  const system = kopf.sendendesSystem;
  return [
    text('ProzessID', kopf.prozessId),
    code('Nachrichtentyp', 'Nachrichtentyp', message),
    text('Erstellungszeitpunkt', kopf.erstellungszeitpunkt),
    kontakt('Absender', kopf.absender),
    kontakt('Empfaenger', kopf.empfaenger),
    group(
      'SendendesSystem',
      text('InstanzID', system?.instanzId),
      text('Produktname', system?.produktname),
      text('Version', system?.version),
    ),
    text('Hinweis', kopf.hinweis),
  ].join('');
}

function wanted(value: 'requested' | 'notRequested'): 'yes' | 'no' {
  return value === 'requested' ? 'yes' : 'no';
}
