import { addUpload } from './add-upload.js';
import { addVersion } from './add-version.js';
import { cancelCheckout } from './cancel-checkout.js';
import { checkIn } from './check-in.js';
import { checkOut } from './check-out.js';
import { deleteDokument } from './delete-dokument.js';
import { discardDokument } from './discard-dokument.js';
import { dropUpload } from './drop-upload.js';
import { editDokument } from './edit-dokument.js';
import { finalizeDokument } from './finalize-dokument.js';
import { moveDokument } from './move-dokument.js';
import { releaseCheckout } from './release-checkout.js';
import { orderRendition } from './order-rendition.js';
import { resetFinal } from './reset-final.js';
import { restoreDokument } from './restore-dokument.js';
import { seeTaken } from './see-taken.js';
import { takeCheckout } from './take-checkout.js';
import { takeOut } from './take-out.js';

/** What people do with Dokumente, in the order of a Dokument's life. */
export const DOKUMENT_ACTS = [
  addUpload,
  dropUpload,
  editDokument,
  addVersion,
  checkOut,
  checkIn,
  cancelCheckout,
  takeCheckout,
  releaseCheckout,
  seeTaken,
  finalizeDokument,
  resetFinal,
  moveDokument,
  takeOut,
  discardDokument,
  restoreDokument,
  deleteDokument,
  orderRendition,
] as const;
