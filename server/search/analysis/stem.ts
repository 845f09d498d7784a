/**
 * The stem of a folded German word after CISTEM (Weissweiler and Fraser, 2017), without its rule for the prefix ge-, which
 * would make one word of Brauch and Gebrauch. Its own rules instead of those in PostgreSQL, whose German stemmer differs
 * between the versions 15 to 18: an upgrade would leave an index that no query fits.
 *
 * @param word folded by `fold`; one with a digit is a number or a sign and stays as it is
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  let rest = word.replace(/sch/g, '$').replace(/ei/g, '%').replace(/ie/g, '&').replace(/(.)\1/g, '$1*');
  while (rest.length > 3) {
    if (rest.length > 5 && /(?:em|er|nd)$/.test(rest)) rest = rest.slice(0, -2);
    else if (/[tesn]$/.test(rest)) rest = rest.slice(0, -1);
    else break;
  }
  return rest.replace(/(.)\*/g, '$1$1').replace(/&/g, 'ie').replace(/%/g, 'ei').replace(/\$/g, 'sch');
}
