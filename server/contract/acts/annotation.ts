import type { ActDescription } from './describe.js';
import type { AnnotationKind } from '../annotation-views.js';
import type { MarkBox } from '../schwaerzung-views.js';
import type { Id } from '../views.js';

export const annotationActs = {
  'annotation.addAnnotation': {
    label: { de: 'Anmerken', en: 'Annotate' },
    permission: 'annotation.write',
    undo: { kind: 'reversible', by: 'annotation.removeAnnotation' },
  },
  'annotation.editAnnotation': {
    label: { de: 'Anmerkung ändern', en: 'Change annotation' },
    permission: 'annotation.write',
    undo: { kind: 'reversible', by: 'annotation.editAnnotation' },
  },
  'annotation.removeAnnotation': {
    label: { de: 'Anmerkung entfernen', en: 'Remove annotation' },
    permission: 'annotation.write',
    undo: { kind: 'reversible', by: 'annotation.restoreAnnotation' },
  },
  'annotation.restoreAnnotation': {
    label: { de: 'Anmerkung zurückholen', en: 'Bring annotation back' },
    permission: 'annotation.write',
    undo: { kind: 'reversible', by: 'annotation.removeAnnotation' },
  },
} as const satisfies Record<string, ActDescription>;

export interface AnnotationActTypes {
  'annotation.addAnnotation': {
    /** `boxes` empty: a note to the page as a whole. */
    input: { dokumentId: Id; nummer: number; page: number; kind: AnnotationKind; boxes: MarkBox[]; text: string };
    output: { annotationId: Id; version: number };
  };
  'annotation.editAnnotation': {
    input: { annotationId: Id; version: number; text: string };
    output: { version: number; before: { text: string } };
  };
  'annotation.removeAnnotation': { input: { annotationId: Id; version: number }; output: { version: number } };
  'annotation.restoreAnnotation': { input: { annotationId: Id; version: number }; output: { version: number } };
}
