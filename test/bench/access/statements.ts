/** A question of a screen, as it is asked in one transaction of a person. */
export interface Question {
  readonly name: string;
  readonly sql: string;
  /** What it is asked about: the columns of a row of `subjects`. */
  readonly about: readonly ('vorgangId' | 'einheitId' | 'aktenzeichen')[];
  readonly times: number;
}

export const QUESTIONS: readonly Question[] = [
  {
    name: 'view',
    sql: `SELECT v.id, v.betreff, a.aktenzeichen, u.name,
                 (SELECT json_agg(d.betreff ORDER BY d.nummer) FROM dokument d WHERE d.vorgang_id = v.id) AS register
            FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN unit u ON u.id = a.federfuehrung_id WHERE v.id = $1`,
    about: ['vorgangId'],
    times: 400,
  },
  {
    name: 'list of a position',
    sql: `SELECT id, aktenzeichen, betreff FROM akte WHERE aktenplaneinheit_id = $1 ORDER BY aktenzeichen LIMIT 50`,
    about: ['einheitId'],
    times: 400,
  },
  {
    name: 'list by Aktenzeichen',
    sql: `SELECT id, aktenzeichen, betreff FROM akte WHERE aktenzeichen > $1 ORDER BY aktenzeichen LIMIT 50`,
    about: ['aktenzeichen'],
    times: 400,
  },
  { name: 'count of all Akten', sql: `SELECT count(*) FROM akte`, about: [], times: 20 },
  { name: 'count of all Dokumente', sql: `SELECT count(*) FROM dokument`, about: [], times: 20 },
  {
    name: 'facet of positions',
    sql: `SELECT aktenplaneinheit_id, count(*) FROM akte GROUP BY 1 ORDER BY 2 DESC LIMIT 20`,
    about: [],
    times: 20,
  },
];
