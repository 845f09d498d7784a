import type { RejectionText } from '../rejections.js';

export const zeichnungRejections = {} satisfies Record<string, RejectionText>;
