import { acceptEingang } from './accept-eingang.js';
import { assignEingang } from './assign-eingang.js';
import { forwardEingang } from './forward-eingang.js';
import { holdReceipt } from './hold-receipt.js';
import { linkDuplicate } from './link-duplicate.js';
import { orderReceipt } from './order-receipt.js';
import { recallEingang } from './recall-eingang.js';
import { receiveUpload } from './receive-upload.js';
import { refuseEingang } from './refuse-eingang.js';
import { restoreScans } from './restore-scans.js';
import { resumeEingang } from './resume-eingang.js';
import { setAsideEingang } from './set-aside-eingang.js';
import { unassignEingang } from './unassign-eingang.js';
import { unlinkDuplicate } from './unlink-duplicate.js';
import { waiveReceipt } from './waive-receipt.js';

/** What people do with what has come in. */
export const POSTEINGANG_ACTS = [
  ...[receiveUpload, assignEingang, unassignEingang, setAsideEingang, resumeEingang],
  ...[forwardEingang, recallEingang, acceptEingang, refuseEingang],
  ...[linkDuplicate, unlinkDuplicate, restoreScans],
  ...[orderReceipt, holdReceipt, waiveReceipt],
];
