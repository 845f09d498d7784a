import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import type { ActInput } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import { acceptErsuchen } from '../../server/ersuchen/accept-ersuchen.js';
import { createAnswerErsuchen } from '../../server/ersuchen/answer-ersuchen.js';
import { createAskErsuchen } from '../../server/ersuchen/ask-ersuchen.js';
import { openErsuchen } from '../../server/ersuchen/open-ersuchen.js';
import { newId } from '../../server/platform/ids.js';
import { createOutbox } from '../../server/platform/jobs/outbox.js';
import { openActBench, type ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { addedDokument, openedVorgang } from './records.js';
import { otherMandant, type OtherMandant } from './weitergaben.js';

const jana = 'jana.petersen';

/** Two Mandanten that help each other: ours asks, the other one answers. */
export interface ErsuchenBench extends ActBench {
  readonly other: OtherMandant;
  /** Does all that is due, in both. */
  work(): Promise<void>;
}

export async function openErsuchenBench(): Promise<ErsuchenBench> {
  const bench = await openActBench();
  const other = await otherMandant(bench);
  const outbox = createOutbox({ ...bench, ...openErsuchen(bench) });
  return {
    ...{ ...bench, other },
    work: async () => {
      await outbox.drain();
    },
  };
}

export interface Asked {
  readonly vorgangId: string;
  readonly dokumentId: string;
  readonly ersuchenId: string;
}

type Wish = Partial<ActInput<'ersuchen.askErsuchen'>>;

/** What jana.petersen asks the other Mandant, from a Vorgang with one letter; everything about it can be said otherwise. */
export async function ask(bench: ErsuchenBench, own: Wish = {}, login = jana) {
  const vorgangId = own.vorgangId ?? (await openedVorgang(bench)).vorgangId;
  const dokumentId = await addedDokument(bench, vorgangId);
  const wish = {
    mandantId: bench.other.mandantId,
    betreff: 'Halterauskunft',
    question: 'Wer hält das Fahrzeug?\nDanke.',
  };
  const input = { vorgangId, ...wish, frist: '2026-12-15', dokumentIds: [dokumentId], ...own };
  const answer = await bench.perform(login, createAskErsuchen(bench), input);
  return { vorgangId, dokumentId, answer };
}

/** An Ersuchen that lies open in the other Mandant. */
export async function asked(bench: ErsuchenBench, own: Wish = {}): Promise<Asked> {
  const { answer, ...from } = await ask(bench, own);
  const { ersuchenId } = done(answer);
  await bench.work();
  return { ...from, ersuchenId };
}

/** An Akte of the other Mandant. */
export async function akteThere({ runner, other }: ErsuchenBench): Promise<string> {
  const input = { einheitId: other.einheitId, federfuehrungId: null, betreff: 'Amtshilfe' };
  return done(await runner.perform(other.context, openAkte, input, newId())).akteId;
}

/** An open Vorgang of the other Mandant. */
export async function vorgangThere(bench: ErsuchenBench): Promise<string> {
  const input = { akteId: await akteThere(bench), betreff: 'Auskünfte 2026' };
  return done(await bench.runner.perform(bench.other.context, openVorgang, input, newId())).vorgangId;
}

/** An Ersuchen that the other Mandant has accepted into a new Vorgang; both sides know it. */
export async function accepted(bench: ErsuchenBench, own: Wish = {}): Promise<Asked & { readonly thereId: string }> {
  const open = await asked(bench, own);
  const target = { kind: 'akte', akteId: await akteThere(bench), vorgangBetreff: 'Halterauskunft' } as const;
  const accepting = { ersuchenId: open.ersuchenId, version: 1, target };
  const { vorgangId: thereId } = done(
    await bench.runner.perform(bench.other.context, acceptErsuchen, accepting, newId()),
  );
  await bench.work();
  return { ...open, thereId };
}

/** What the other Mandant answers to an accepted one. */
export function answer(
  bench: ErsuchenBench,
  ersuchenId: string,
  own: Partial<ActInput<'ersuchen.answerErsuchen'>> = {},
): Promise<{ version: number } | Rejection> {
  const input = { ersuchenId, version: 2, answer: 'Halterin ist Erika Mustermann.', dokumentIds: [], ...own };
  return bench.runner.perform(bench.other.context, createAnswerErsuchen(bench), input, newId());
}

/** Name of the person who answers there, as that side signs it. */
export function signerThere({ other: { context } }: ErsuchenBench): string {
  if (context.actor.kind !== 'person') throw new Error('nobody who could sign');
  return context.actor.name;
}

export interface Stands {
  readonly state: string;
  readonly version: number;
  readonly answer: string | null;
  readonly by: string | null;
  /** Dokumente that are on their way. */
  readonly travelling: number;
}

/** How it stands on either side; undefined where that side has none. */
export async function standsAt(side: Pick<ActBench, 'sql'> | OtherMandant, id: string): Promise<Stands | undefined> {
  const [row] = await side.sql<Stands>(
    `SELECT state, version, answer, ended_by AS by,
            (SELECT count(*)::int FROM ersuchen_dokument d WHERE d.ersuchen_id = ersuchen.id) AS travelling
       FROM ersuchen WHERE id = $1`,
    [id],
  );
  return row;
}

export interface Filed {
  readonly betreff: string;
  readonly art: string;
  readonly sha256: string;
  readonly parent: 'letter' | null;
}

/** What lies in the register of a Vorgang, in its order. */
export function register(side: Pick<ActBench, 'sql'> | OtherMandant, vorgangId: string): Promise<Filed[]> {
  return side.sql<Filed>(
    `SELECT d.betreff, d.art, s.sha256, CASE WHEN d.parent_id IS NOT NULL THEN 'letter' END AS parent
       FROM dokument d JOIN dokument_version s ON s.dokument_id = d.id WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );
}

/** Open Aufgaben of a Vorgang. */
export function openAufgaben(
  side: Pick<ActBench, 'sql'> | OtherMandant,
  vorgangId: string,
): Promise<{ id: string; titel: string; assigneeId: string | null; frist: string }[]> {
  return side.sql(
    `SELECT id, titel ->> 'de' AS titel, assignee_id AS "assigneeId", frist::text FROM aufgabe
      WHERE vorgang_id = $1 AND state = 'offen'`,
    [vorgangId],
  );
}
