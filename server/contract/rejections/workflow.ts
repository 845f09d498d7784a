import type { RejectionText } from '../rejections.js';

export const workflowRejections = {} satisfies Record<string, RejectionText>;
