import type { RejectionText } from '../rejections.js';

export const platformRejections = {} satisfies Record<string, RejectionText>;
