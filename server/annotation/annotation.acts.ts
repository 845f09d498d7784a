import { addAnnotation } from './add-annotation.js';
import { editAnnotation } from './edit-annotation.js';
import { removeAnnotation } from './remove-annotation.js';
import { restoreAnnotation } from './restore-annotation.js';

/** What people do with annotations. */
export const ANNOTATION_ACTS = [addAnnotation, editAnnotation, removeAnnotation, restoreAnnotation] as const;
