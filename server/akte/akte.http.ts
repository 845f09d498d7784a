import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { file, place, question, view, type Route } from '../platform/http/routes.js';
import { isEinheit } from '../aktenplan/aktenplan.queries.js';
import { loadAkten, loadVorgaenge, type AkteMark } from './akten.views.js';
import { loadVorgang } from './akte.views.js';
import { loadClosing } from './closing/closing.views.js';
import { loadAktenzeichen, loadGaps, previewRule } from './aktenzeichen.views.js';
import { rule } from './change-aktenzeichen-rule.js';
import { loadAkte, loadUnits, loadVorgangMetadata } from './metadata.views.js';
import { isAkte } from './akte.queries.js';
import { loadRecordPdf, recordPdfFile } from './record-pdf/record-pdf.views.js';

export const akteRoutes: readonly Route[] = [
  view('/api/aktenplan/einheiten/:id/akten', 'akte.read', async (tx, values, query) => {
    const [id, after] = [place(values, 'id'), markOf(query['after'])];
    if (after === 'none') return reject('platform.invalidInput', { fields: 'after' });
    return isId(id) && (await isEinheit(tx, id)) ? loadAkten(tx, id, after) : reject('platform.notFound');
  }),
  view('/api/aktenplan/einheiten/:id/luecken', 'aktenplan.manage', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) && (await isEinheit(tx, id)) ? loadGaps(tx, id) : reject('platform.notFound');
  }),
  view('/api/aktenzeichen', 'akte.read', (tx) => loadAktenzeichen(tx, tx.clock.today())),
  question('/api/aktenzeichen/vorschau', 'aktenplan.manage', z.object(rule), (tx, wanted) =>
    previewRule(tx, wanted, tx.clock.today()),
  ),
  view('/api/federfuehrungen', 'akte.read', (tx) => loadUnits(tx)),
  view('/api/akten/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadAkte(tx, id) : reject('platform.notFound');
  }),
  view('/api/vorgaenge/:id/metadaten', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadVorgangMetadata(tx, id) : reject('platform.notFound');
  }),
  view('/api/akten/:id/vorgaenge', 'akte.read', async (tx, values, query) => {
    const id = place(values, 'id');
    const asked = pageOfVorgaenge.safeParse(query);
    if (!asked.success) return reject('platform.invalidInput', { fields: 'after, state' });
    if (!isId(id) || !(await isAkte(tx, id))) return reject('platform.notFound');
    return loadVorgaenge(tx, id, asked.data.after, asked.data.state);
  }),
  view('/api/vorgaenge/:id/abschlussarbeiten', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadClosing(tx, id) : reject('platform.notFound');
  }),
  view('/api/akten/:id/pdf', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadRecordPdf(tx, { kind: 'akte', id }) : reject('platform.notFound');
  }),
  view('/api/vorgaenge/:id/pdf', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadRecordPdf(tx, { kind: 'vorgang', id }) : reject('platform.notFound');
  }),
  file('/api/akten/pdf/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? recordPdfFile(tx, id) : reject('platform.notFound');
  }),
  view('/api/vorgaenge/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadVorgang(tx, id) : reject('platform.notFound');
  }),
];

const pageOfVorgaenge = z.object({
  after: z.string().max(200).default(''),
  state: z.enum(['all', 'offen']).default('all'),
});
const mark = z.templateLiteral([z.iso.date(), '~', z.string().max(200)]);

/** `2026-11-24~20.31.05-0001/2026`, as the page before has said; null for the first page. */
function markOf(after: unknown): AkteMark | null | 'none' {
  if (after === undefined) return null;
  const asked = mark.safeParse(after);
  if (!asked.success) return 'none';
  const [openedOn = '', aktenzeichen = ''] = asked.data.split('~');
  return { openedOn, aktenzeichen };
}
