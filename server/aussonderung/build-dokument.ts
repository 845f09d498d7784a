import { extname } from 'node:path';
import { DATEIFORMAT_SONSTIGES, dateiformatFor } from '../../archive/xdomea/codes.js';
import type { Dokument, Format, HistorienProtokollInformation, Version } from '../../archive/xdomea/model.js';
import { dateinameFor } from '../../archive/xdomea/names.js';
import type { Id } from '../contract/views.js';
import { dayInBerlin } from '../platform/clock.js';
import { inOneLine, wholeText } from './message-text.js';
import type { HistorieEntry, TransferDokument, TransferVersion } from './transfer-records.js';

/** Dokumente of one Vorgang with their Anlagen below them, all versions included. */
export function buildDokumente(
  dokumente: readonly TransferDokument[],
  historie: (entry: HistorieEntry) => HistorienProtokollInformation,
): Dokument[] {
  const known = new Set(dokumente.map(({ id }) => id));
  const children = new Map<Id | null, TransferDokument[]>();
  for (const dokument of dokumente) {
    // A parent outside this Vorgang would take its Anlage out of the message; it then stands on its own.
    const parent = dokument.parentId !== null && known.has(dokument.parentId) ? dokument.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), dokument]);
  }
  const build = (dokument: TransferDokument): Dokument => ({
    ...ownData(dokument),
    historie: dokument.historie.map(historie),
    versionen: dokument.versions.map(version),
    anlagen: (children.get(dokument.id) ?? []).map(build),
  });
  return (children.get(null) ?? []).map(build);
}

/** Name of the file of a version inside the container. */
export function dateinameOf({ id, fileName }: Pick<TransferVersion, 'id' | 'fileName'>): string {
  return dateinameFor(id, fileName);
}

function ownData(dokument: TransferDokument) {
  const { id, nummer, betreff, date, receivedAt, createdBy, state, zusatz } = dokument;
  // Nothing that lay in the record is left out in silence; the archive is told that it never took effect.
  const remarks = [...(state === 'verworfen' ? ['Verworfener Entwurf, nie gezeichnet'] : []), ...zusatz];
  return {
    id,
    nummerImUebergeordnetenContainer: nummer,
    betreff: wholeText(betreff),
    medium: 'elektronisch' as const,
    ...(remarks.length > 0 && { bemerkung: wholeText(inOneLine(remarks)) }),
    ...(receivedAt && { posteingangsdatum: dayInBerlin(receivedAt) }),
    ...(date && { datumDesSchreibens: date }),
    bearbeiter: wholeText(createdBy),
    typ: TYPEN[dokument.art],
  };
}

const TYPEN: Readonly<Record<TransferDokument['art'], string>> = {
  eingang: 'Eingang',
  anlage: 'Anlage',
  vermerk: 'Vermerk',
  ausgang: 'Ausgang',
};

function version(stored: TransferVersion): Version {
  return { nummer: String(stored.nummer), formate: [format(stored)] };
}

function format(stored: TransferVersion): Format {
  const { fileName, createdBy, createdAt, signature } = stored;
  return {
    ...dateiformat(stored),
    // The version of the format is not examined; the schema wants the element, and an empty one says so honestly.
    version: '',
    primaerdokument: {
      dateiname: dateinameOf(stored),
      dateinameOriginal: wholeText(fileName),
      ersteller: wholeText(createdBy),
      datumUhrzeit: createdAt.toISOString(),
      ...(signature === 'embedded' && { signaturSiegel: 'eingebettet' as const }),
    },
  };
}

/** By the type that the examination found; the extension, which a sender chose freely, only where it found none. */
function dateiformat({ mime, fileName }: TransferVersion): Pick<Format, 'dateiformat' | 'sonstigerName'> {
  const extension = EXTENSIONS[mime] ?? extname(fileName).slice(1);
  const code = dateiformatFor(extension);
  return code === DATEIFORMAT_SONSTIGES
    ? { dateiformat: code, sonstigerName: mime || extension || 'unbekannt' }
    : { dateiformat: code };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'message/rfc822': 'eml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'txt',
  'text/html': 'html',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
};
