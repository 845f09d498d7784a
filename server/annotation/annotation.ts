import type { AnnotationKind } from '../contract/annotation-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';

/** More than anybody finds again, and as much as a page shows at once. */
export const MOST_ANNOTATIONS = 1_000;

/** An annotation as it is locked to be changed. */
export interface Annotation {
  readonly id: Id;
  readonly dokumentId: Id;
  readonly kind: AnnotationKind;
  readonly page: number;
  readonly text: string;
  readonly authorId: Id;
  readonly author: string;
  readonly removed: boolean;
  readonly version: number;
}

/** Whose annotations somebody may remove and bring back. */
export type Reach = 'own' | 'all';

/** A note says something; a mark on the text may speak for itself. */
export function refuseText(kind: AnnotationKind, text: string): Rejection | null {
  return kind === 'note' && text === '' ? reject('annotation.empty') : null;
}

/** Only PDFs have pages that stay as they are: a preview of an office file may be made anew and break its lines elsewhere. */
export function refusePages({ mime }: { readonly mime: string }): Rejection | null {
  return mime === 'application/pdf' ? null : reject('annotation.noPages', { mime });
}

/** Nobody writes in the name of somebody else, whatever else they may. */
export function refuseEdit(annotation: Annotation, personId: Id, text: string): Rejection | null {
  if (annotation.authorId !== personId) return reject('annotation.notYours', { author: annotation.author });
  if (annotation.removed) return reject('annotation.removed');
  return refuseText(annotation.kind, text);
}

export function refuseRemoval(annotation: Annotation, personId: Id, reach: Reach): Rejection | null {
  return refuseReach(annotation, personId, reach) ?? (annotation.removed ? reject('annotation.removed') : null);
}

export function refuseRestoring(annotation: Annotation, personId: Id, reach: Reach): Rejection | null {
  return refuseReach(annotation, personId, reach) ?? (annotation.removed ? null : reject('annotation.there'));
}

function refuseReach({ authorId, author }: Annotation, personId: Id, reach: Reach): Rejection | null {
  return reach === 'own' && authorId !== personId ? reject('annotation.notYours', { author }) : null;
}
