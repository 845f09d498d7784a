import type { Aktenplan0301, AktenplanEinheit } from './aktenplan.js';
import { MESSAGES } from './names.js';
import { DEFAULT_VERSION, VERSIONS, type XdomeaVersion } from './versions.js';
import { kopf0301 } from './write/kopf.js';
import { code, each, element, flag, text } from './write/xml.js';

/**
 * Writes a message 0301. Same model, same text.
 * @throws UnwritableText when a value holds a character that XML cannot carry in any form.
 */
export function write0301(message: Aktenplan0301, version: XdomeaVersion = DEFAULT_VERSION): string {
  const root = `xdomea:${MESSAGES['0301']}`;
  const plan = element(
    'Aktenplan',
    text('Bezeichnung', message.bezeichnung),
    text('Version', message.version),
    each(message.einheiten, einheit),
    message.gueltigAb === undefined ? '' : element('Gueltigkeit', text('Beginn', message.gueltigAb)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns:xdomea="${VERSIONS[version].namespace}">`,
    kopf0301(message.kopf),
    plan,
    `</${root}>`,
    '',
  ].join('\n');
}

function einheit(one: AktenplanEinheit): string {
  const dauer = one.aufbewahrungsdauer;
  return element(
    'Einheit',
    text('Kennzeichen', one.kennzeichen),
    text('Inhaltsangabe', one.inhaltsangabe),
    element('Aussonderungsart', code('Aussonderungsart', 'Aussonderungsart', one.aussonderungsart)),
    flag('Stillgelegt', one.stillgelegt),
    element('Aufbewahrungsdauer', dauer === 'unbefristet' ? flag('Unbefristet', 'yes') : text('AnzahlJahre', dauer)),
    each(one.einheiten, einheit),
  );
}
