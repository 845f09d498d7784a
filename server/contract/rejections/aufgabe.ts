import type { RejectionText } from '../rejections.js';

export const aufgabeRejections = {} satisfies Record<string, RejectionText>;
