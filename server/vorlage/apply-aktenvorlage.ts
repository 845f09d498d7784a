import { safeName } from '../../connectors/api/safe-name.js';
import { openTeilakte } from '../akte/open-teilakte.js';
import { openTeilvorgang } from '../akte/open-teilvorgang.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { AktenvorlageKind, AktenvorlagePart } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import { addDokument } from '../dokument/add-dokument.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { refuseParts } from './add-aktenvorlage.js';
import { askedNames } from './aktenvorlage.js';
import { akteAbove, findAktenvorlage, newestPlaces, type Aktenvorlage } from './aktenvorlage.store.js';
import { findFassung, holdDokumentvorlagen } from './dokumentvorlage.store.js';
import { gatherFacts, houseFacts } from './gather-facts.js';
import { fillLine, mergedValues, mergePlaces, type MergeFacts } from './merge-values.js';
import { offeredAt } from './position.store.js';
import type { Templates } from './template/templates.js';

type Typed = Readonly<Record<string, string>>;
/** A record that the Vorlage has made, or the one that it is applied to. */
interface Made {
  readonly kind: 'akte' | 'vorgang';
  readonly id: Id;
}

/** An Aktenvorlage that may be used for this kind of record at this position, with what was typed for it. */
export async function usableAktenvorlage(
  tx: Transaction,
  wish: { readonly aktenvorlageId: Id; readonly einheitId: Id; readonly kind: AktenvorlageKind; readonly typed: Typed },
): Promise<Aktenvorlage | Rejection> {
  const vorlage = await findAktenvorlage(tx, wish.aktenvorlageId);
  if (!vorlage) return reject('platform.notFound');
  const { id, name, kind, parts } = vorlage;
  if (!vorlage.active) return reject('vorlage.retired', { name });
  if (kind !== wish.kind) return reject('vorlage.otherKind', { name });
  if (!(await offeredAt(tx, wish.einheitId, [id])).has(id)) return reject('vorlage.notHere', { name });
  // A Dokumentvorlage may have gone out of use since.
  const refused = await refuseParts(tx, { name, kind, parts });
  if (refused) return refused;
  if (parts.some((part) => part.kind === 'dokument')) tx.require('dokument.write');
  const asked = new Set(await askedOf(tx, vorlage));
  const idle = Object.keys(wish.typed).filter((place) => !asked.has(place));
  const reasons = idle.map((place) => reject('vorlage.valueNotAsked', { place }));
  return reasons.length > 0 ? reject('vorlage.valuesMissing', { count: reasons.length }, reasons) : vorlage;
}

/** Names of the places that whoever opens a record from it has to fill. */
export async function askedOf(
  tx: Transaction,
  { kind, parts }: Pick<Aktenvorlage, 'kind' | 'parts'>,
): Promise<string[]> {
  const known = await newestPlaces(
    tx,
    parts.map(({ dokumentvorlageId }) => dokumentvorlageId),
  );
  return askedNames(kind, parts, new Map([...known].map(([id, { places }]) => [id, places])));
}

/**
 * Makes everything of the Vorlage in the record that was just opened, by the ordinary acts: with their rights, numbers and
 * audit rows. The first refusal takes all of it back. Dokumente are filled here, inside the transaction, because what
 * stands in them, the Aktenzeichen above all, is only known now.
 */
export async function applyAktenvorlage(
  tx: Transaction,
  templates: Pick<Templates, 'fill'>,
  { vorlage, root, typed }: { vorlage: Aktenvorlage; root: Made; typed: Typed },
): Promise<Rejection | null> {
  await holdDokumentvorlagen(
    tx,
    vorlage.parts.flatMap(({ dokumentvorlageId }) => dokumentvorlageId ?? []),
  );
  const made: Made[] = [];
  for (const part of vorlage.parts) {
    const above = part.above === null ? root : made[part.above];
    if (!above) throw new Error('A part of an Aktenvorlage lies in nothing');
    const facts = await factsOf(tx, above);
    if (isRejection(facts)) return facts;
    const betreff = fillLine(part.betreff, facts, typed);
    if (isRejection(betreff)) return betreff;
    const record = await makePart(tx, templates, { part, above, betreff, facts, typed });
    if (isRejection(record)) return record;
    made.push(record);
  }
  return null;
}

interface PartToMake {
  readonly part: AktenvorlagePart;
  readonly above: Made;
  readonly betreff: string;
  readonly facts: MergeFacts;
  readonly typed: Typed;
}

async function makePart(
  tx: Transaction,
  templates: Pick<Templates, 'fill'>,
  making: PartToMake,
): Promise<Made | Rejection> {
  const { part, above, betreff } = making;
  if (part.kind === 'teilakte') {
    const opened = await openTeilakte(tx, { akteId: above.id, betreff });
    return isRejection(opened) ? opened : { kind: 'akte', id: opened.akteId };
  }
  if (part.kind === 'vorgang') {
    const opened =
      above.kind === 'akte'
        ? await openVorgang(tx, { akteId: above.id, betreff })
        : await openTeilvorgang(tx, { vorgangId: above.id, betreff });
    return isRejection(opened) ? opened : { kind: 'vorgang', id: opened.vorgangId };
  }
  return (await writeDokument(tx, templates, making)) ?? above;
}

async function writeDokument(
  tx: Transaction,
  templates: Pick<Templates, 'fill'>,
  { part, above, betreff, facts, typed }: PartToMake,
): Promise<Rejection | null> {
  const [vorlage] = await holdDokumentvorlagen(tx, [part.dokumentvorlageId ?? '']);
  const fassung = vorlage ? await findFassung(tx, vorlage.id, vorlage.nummer) : null;
  if (!vorlage || !fassung) return reject('vorlage.partWithout', { betreff });
  const { file: template, places } = fassung;
  const merged = mergePlaces(places, { ...facts, 'dokument.betreff': betreff }, typed);
  const values = mergedValues(merged, {});
  if (isRejection(values)) return values;
  const file = await templates.fill(template, values, safeName(betreff, 'Dokument'));
  if (isRejection(file)) return file;
  const added = await addDokument(tx, {
    ...{ vorgangId: above.id, betreff, art: vorlage.art, file, state: 'entwurf' as const },
    ...{ parentId: null, date: tx.clock.today(), eingangId: null, signatures: [] },
  });
  return isRejection(added) ? added : null;
}

async function factsOf(tx: Transaction, record: Made): Promise<MergeFacts | Rejection> {
  const personId = personOf(tx).id;
  if (record.kind === 'vorgang') return gatherFacts(tx, record.id, personId);
  const akte = await akteAbove(tx, record.id);
  if (!akte) return reject('platform.notFound');
  const { aktenzeichen, betreff } = akte;
  return { 'akte.aktenzeichen': aktenzeichen, 'akte.betreff': betreff, ...(await houseFacts(tx, personId)) };
}
