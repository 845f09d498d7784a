import { DAMAGE } from './damage.js';
import { HUGE } from './huge.js';
import { LIES } from './lies.js';
import { MAILS } from './mails.js';
import type { Mutation, Originals, Recipe } from './mutation.js';
import { createRandom } from './random.js';

/**
 * Spoilt letters, the same ones for the same seed: half of them damage, the rest lies and odd mails, and each of the
 * huge ones once. Every recipe occurs.
 */
export function mutations(originals: Originals, seed: number, count: number): Mutation[] {
  const random = createRandom(seed);
  const list: Mutation[] = HUGE.map((recipe) => recipe(originals, random));
  const turns: readonly (readonly Recipe[])[] = [DAMAGE, LIES, DAMAGE, MAILS];
  for (let turn = 0; list.length < count; turn += 1) {
    const recipes = turns[turn % turns.length]!;
    list.push(recipes[Math.floor(turn / turns.length) % recipes.length]!(originals, random));
  }
  return list;
}
