import type { RejectionText } from '../rejections.js';

export const identityRejections = {} satisfies Record<string, RejectionText>;
