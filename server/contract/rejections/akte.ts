import type { RejectionText } from '../rejections.js';

export const akteRejections = {} satisfies Record<string, RejectionText>;
