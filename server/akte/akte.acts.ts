import { abortPdf } from './abort-pdf.js';
import { addVerweis } from './add-verweis.js';
import { changeAktenzeichenRule } from './change-aktenzeichen-rule.js';
import { closeZdA } from './close-zda.js';
import { editAkte } from './edit-akte.js';
import { editVorgang } from './edit-vorgang.js';
import { openAkte } from './open-akte.js';
import { openTeilakte } from './open-teilakte.js';
import { openTeilvorgang } from './open-teilvorgang.js';
import { openVorgang } from './open-vorgang.js';
import { orderPdf } from './order-pdf.js';
import { removeVerweis } from './remove-verweis.js';
import { reopenVorgang } from './reopen-vorgang.js';
import { retryClosing } from './retry-closing.js';

/** What people do with Akten and Vorgaenge. */
export const AKTE_ACTS = [
  openAkte,
  openTeilakte,
  openVorgang,
  openTeilvorgang,
  editAkte,
  editVorgang,
  addVerweis,
  removeVerweis,
  changeAktenzeichenRule,
  closeZdA,
  reopenVorgang,
  retryClosing,
  orderPdf,
  abortPdf,
] as const;
