import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { file, place, question, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadAufbewahrung } from './aufbewahrung.views.js';
import { findPackage } from './aussonderung.store.js';
import { loadAussonderungen } from './aussonderung.views.js';
import type { AbgabeParts } from './prepare-abgabe.js';
import { findProof } from './loeschnachweis.store.js';
import { loadOutlook, loadOutlookPage } from './outlook.views.js';
import { readOutlookQuestion } from './outlook-question.js';
import { previewAbgabe } from './preview-abgabe.js';
import { simulateRule, simulationInput } from './simulate-rule.js';
import { loadVernichtungen, proofName } from './vernichtung.views.js';

// The preview reads every file inside one request; more than a screenful of Vorgaenge nobody looks through anyway.
const selection = z.object({ vorgangIds: z.array(z.uuid()).min(1).max(50) });

export function aussonderungRoutes(parts: AbgabeParts): readonly Route[] {
  return [
    view('/api/aussonderungen', 'aussonderung.read', (tx) => loadAussonderungen(tx, tx.clock.today())),
    question('/api/aussonderungen/preview', 'aussonderung.read', selection, (tx, { vorgangIds }) =>
      previewAbgabe(tx, parts, vorgangIds),
    ),
    view('/api/aussonderungen/outlook', 'aussonderung.read', (tx) => loadOutlook(tx, tx.clock.today())),
    view('/api/aussonderungen/outlook/vorgaenge', 'aussonderung.read', async (tx, _values, query) => {
      const question = readOutlookQuestion(query);
      return isRejection(question) ? question : loadOutlookPage(tx, question, tx.clock.today());
    }),
    question('/api/aussonderungen/simulation', 'aussonderung.read', simulationInput, (tx, input) =>
      simulateRule(tx, input, tx.clock.today()),
    ),
    view('/api/aussonderungen/vernichtungen', 'aussonderung.read', (tx) => loadVernichtungen(tx)),
    file('/api/vernichtungen/:id/:form', 'aussonderung.read', async (tx, values) => {
      const [id, form] = [place(values, 'id'), place(values, 'form')];
      const found = isId(id) ? await findProof(tx, id, form) : null;
      const mime = found?.form === 'pdf' ? 'application/pdf' : 'application/json';
      return found ? { ...found, name: proofName(id, form), mime } : reject('platform.notFound');
    }),
    view('/api/vorgaenge/:id/aufbewahrung', 'akte.read', async (tx, values) => {
      const id = place(values, 'id');
      return isId(id) ? loadAufbewahrung(tx, id, tx.clock.today()) : reject('platform.notFound');
    }),
    file('/api/aussonderungen/:id/paket', 'aussonderung.read', async (tx, values) => {
      const id = place(values, 'id');
      const found = isId(id) ? await findPackage(tx, id) : null;
      return found
        ? { name: found.fileName, mime: 'application/zip', sha256: found.sha256, size: found.size }
        : reject('platform.notFound');
    }),
  ];
}
