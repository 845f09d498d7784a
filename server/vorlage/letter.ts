import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { findDokumentvorlage, findFassung, type Dokumentvorlage, type Fassung } from './dokumentvorlage.store.js';
import { gatherFacts, recipientOfVorgang } from './gather-facts.js';
import { fillLine, mergePlaces, type MergedPlace, type MergeFacts } from './merge-values.js';
import { einheitOfVorgang, offeredAt } from './position.store.js';

export interface LetterWish {
  readonly vorgangId: Id;
  readonly dokumentvorlageId: Id;
  readonly beteiligungId: Id | null;
  readonly typed: Readonly<Record<string, string>>;
}

export interface Letter {
  readonly vorlage: Dokumentvorlage;
  readonly fassung: Fassung;
  readonly facts: MergeFacts;
}

/** A template for this Vorgang with everything that the record knows for it, or why it may not be used here. */
export async function letterOf(
  tx: Transaction,
  { vorgangId, dokumentvorlageId }: Pick<LetterWish, 'vorgangId' | 'dokumentvorlageId'>,
  personId: Id,
): Promise<Letter | Rejection> {
  const vorlage = await findDokumentvorlage(tx, dokumentvorlageId);
  const fassung = vorlage ? await findFassung(tx, vorlage.id, vorlage.nummer) : null;
  const einheitId = await einheitOfVorgang(tx, vorgangId);
  if (!vorlage || !fassung || einheitId === null) return reject('platform.notFound');
  const { id, name } = vorlage;
  if (!vorlage.active) return reject('vorlage.retired', { name });
  if (!(await offeredAt(tx, einheitId, [id])).has(id)) return reject('vorlage.notHere', { name });
  const facts = await gatherFacts(tx, vorgangId, personId);
  return isRejection(facts) ? facts : { vorlage, fassung, facts };
}

/** The same with its recipient and its Betreff: what will stand where. */
export async function letterTo(
  tx: Transaction,
  wish: LetterWish,
  personId: Id,
  betreff: string | null,
): Promise<(Letter & { betreff: string; merged: MergedPlace[] }) | Rejection> {
  const letter = await letterOf(tx, wish, personId);
  if (isRejection(letter)) return letter;
  const recipient = wish.beteiligungId ? await recipientOfVorgang(tx, wish.vorgangId, wish.beteiligungId) : {};
  if (recipient === null) return reject('platform.notFound');
  const known = { ...letter.facts, ...recipient };
  // A Betreff that still lacks something is shown as the template says it; the person finishes it.
  const proposed = betreff ?? fillLine(letter.vorlage.betreff, known, wish.typed);
  const title = isRejection(proposed) ? letter.vorlage.betreff : proposed;
  const facts = { ...known, 'dokument.betreff': title };
  return { ...letter, facts, betreff: title, merged: mergePlaces(letter.fassung.places, facts, wish.typed) };
}
