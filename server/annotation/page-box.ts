import { z } from 'zod';

// Far beyond any page: A0 is 3,370 points long, and a PDF may say up to 14,400.
const place = z.number().min(-20_000).max(20_000);

/** Left, bottom, right, top of a place on a page, in points of the PDF. */
export const pageBox = z
  .tuple([place, place, place, place])
  .refine(([left, bottom, right, top]) => right > left && top > bottom, 'leeres Rechteck / empty rectangle');
