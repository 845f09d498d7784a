import type { RejectionText } from '../rejections.js';

export const posteingangRejections = {} satisfies Record<string, RejectionText>;
