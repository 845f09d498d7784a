import type { GroundCode, Share, ShareChoice, ShareableDokument } from '../contract/akteneinsicht-views.js';
import { GROUNDS } from '../contract/akteneinsicht-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import { paragraphOf, REASONS } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';

/** One Dokument of a package, as it was decided and as it was then. */
export interface AkteneinsichtItem {
  readonly dokumentId: Id;
  readonly nummer: string;
  readonly date: string | null;
  readonly share: Share;
  /** Subject of what is given; empty where nothing is: it could tell what is kept back. */
  readonly betreff: string;
  /** Why something is kept back: paragraph and meaning. */
  readonly reason: string;
  readonly file: {
    readonly sha256: string;
    readonly size: number;
    readonly mime: string;
    readonly name: string;
  } | null;
  /** Where it stands in the package, once it is made. */
  readonly firstPage?: number;
  readonly pages?: number;
}

/** Everything that stands against a package of these decisions. */
export function choiceObstacles(dokumente: readonly ShareableDokument[], choices: readonly ShareChoice[]): Rejection[] {
  const known = new Map(dokumente.map((dokument) => [dokument.id, dokument]));
  const chosen = new Set(choices.map(({ dokumentId }) => dokumentId));
  const missing = dokumente.filter(({ id }) => !chosen.has(id)).length;
  const unknown = choices.length - [...chosen].filter((id) => known.has(id)).length;
  if (missing > 0 || unknown > 0) return [reject('akteneinsicht.notChosen', { missing, unknown })];
  const single = choices.flatMap(({ dokumentId, share, reason, paragraph }): Rejection[] => {
    const dokument = known.get(dokumentId);
    const nummer = dokument?.nummer ?? 0;
    if (share === 'redacted' && !dokument?.redactedId) return [reject('akteneinsicht.notRedacted', { nummer })];
    const named = reason !== null && paragraphOf({ reason, paragraph }) !== '';
    return share === 'leftOut' && !named ? [reject('akteneinsicht.noReason', { nummer })] : [];
  });
  const given = choices.some(({ share }) => share !== 'leftOut');
  return given ? single : [...single, reject('akteneinsicht.nothingGiven')];
}

/** The law on which somebody asks, in words; a refusal where its paragraph is missing. */
export function groundOf(ground: GroundCode, paragraph: string): string | Rejection {
  const named = paragraph === '' ? GROUNDS[ground].paragraph : paragraph;
  return named === '' ? reject('akteneinsicht.noGround') : `${named} (${GROUNDS[ground].meaning.de})`;
}

/** Why a Dokument is left out, as it stands in the package. */
export function reasonText({ reason, paragraph }: Pick<ShareChoice, 'reason' | 'paragraph'>): string {
  return reason === null ? '' : `${paragraphOf({ reason, paragraph })}: ${REASONS[reason].meaning.de}`;
}
