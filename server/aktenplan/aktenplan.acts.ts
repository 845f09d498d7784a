import { addEinheit } from './add-einheit.js';
import { changeEinheit } from './change-einheit.js';
import { closeEinheit } from './close-einheit.js';
import { importAktenplan } from './import-aktenplan.js';
import { moveEinheit } from './move-einheit.js';
import { reopenEinheit } from './reopen-einheit.js';

/** What people do with the Aktenplan. */
export const AKTENPLAN_ACTS = [
  addEinheit,
  changeEinheit,
  moveEinheit,
  closeEinheit,
  reopenEinheit,
  importAktenplan,
] as const;
