import { changeZusatzfeld } from './change-zusatzfeld.js';
import { defineZusatzfeld } from './define-zusatzfeld.js';
import { orderZusatzfelder } from './order-zusatzfelder.js';
import { restoreZusatzfeld } from './restore-zusatzfeld.js';
import { retireZusatzfeld } from './retire-zusatzfeld.js';

/** Every act of people on the extra fields, for the office. Values are filled by the acts that edit a record. */
export const ZUSATZFELD_ACTS = [
  defineZusatzfeld,
  changeZusatzfeld,
  retireZusatzfeld,
  restoreZusatzfeld,
  orderZusatzfelder,
];
