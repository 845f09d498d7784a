import type { RejectionText } from '../rejections.js';

export const aussonderungRejections = {} satisfies Record<string, RejectionText>;
