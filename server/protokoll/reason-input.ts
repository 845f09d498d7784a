import { z } from 'zod';

/** Why somebody does what cannot be taken back. Trimmed: blanks are no reason. */
export const reasonInput = z.string().trim().min(3).max(500);
