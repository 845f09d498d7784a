import { addAktenvorlage } from './add-aktenvorlage.js';
import { createAddDokumentvorlage, type TemplateParts } from './add-dokumentvorlage.js';
import { changeAktenvorlage } from './change-aktenvorlage.js';
import { changeDokumentvorlage } from './change-dokumentvorlage.js';
import { createCreateSchreiben } from './create-schreiben.js';
import { beginSerienbrief } from './begin-serienbrief.js';
import { haltSerienbrief } from './halt-serienbrief.js';
import { createOpenAkteFromVorlage } from './open-akte-from-vorlage.js';
import { createOpenVorgangFromVorlage } from './open-vorgang-from-vorlage.js';
import { resumeSerienbrief } from './resume-serienbrief.js';
import { createRenewDokumentvorlage } from './renew-dokumentvorlage.js';

/** What people do with templates. */
export function vorlageActs(parts: TemplateParts) {
  return [
    createAddDokumentvorlage(parts),
    createRenewDokumentvorlage(parts),
    changeDokumentvorlage,
    createCreateSchreiben(parts),
    addAktenvorlage,
    changeAktenvorlage,
    createOpenAkteFromVorlage(parts.templates),
    createOpenVorgangFromVorlage(parts.templates),
    ...[beginSerienbrief, haltSerienbrief, resumeSerienbrief],
  ] as const;
}
