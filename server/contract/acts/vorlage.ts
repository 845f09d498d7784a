import type { AktenvorlageFacts, AktenvorlageKind, DokumentvorlageFacts, SerienbriefWish } from '../vorlage-views.js';
import type { AkteActTypes } from './akte.js';
import type { Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

export const vorlageActs = {
  'vorlage.addDokumentvorlage': {
    label: { de: 'Dokumentvorlage aufnehmen', en: 'Add document template' },
    permission: 'vorlage.keep',
    undo: final(
      'Eine Vorlage wird außer Gebrauch genommen; Schreiben nennen sie weiter.',
      'A template is taken out of use; letters still name it.',
    ),
  },
  'vorlage.renewDokumentvorlage': {
    label: { de: 'Neue Fassung', en: 'New version' },
    permission: 'vorlage.keep',
    undo: final('Die frühere Fassung wird neu hochgeladen.', 'The earlier version is uploaded anew.'),
  },
  'vorlage.changeDokumentvorlage': {
    label: { de: 'Vorlage ändern', en: 'Change template' },
    permission: 'vorlage.keep',
    undo: final(
      'Was vorher dastand, nennt das Protokoll; es wird neu eingetragen.',
      'The audit trail names what was there before; it is entered anew.',
    ),
  },
  'vorlage.createSchreiben': {
    label: { de: 'Schreiben aus Vorlage', en: 'Letter from template' },
    permission: 'dokument.write',
    undo: final(
      'Ein Entwurf, der nicht hierher gehört, wird in den Papierkorb gelegt.',
      'A draft that does not belong here is put into the bin.',
    ),
  },
  'vorlage.addAktenvorlage': {
    label: { de: 'Aktenvorlage anlegen', en: 'Add file template' },
    permission: 'vorlage.keep',
    undo: final('Eine Vorlage wird außer Gebrauch genommen.', 'A template is taken out of use.'),
  },
  'vorlage.changeAktenvorlage': {
    label: { de: 'Aktenvorlage ändern', en: 'Change file template' },
    permission: 'vorlage.keep',
    undo: final(
      'Was vorher dastand, nennt das Protokoll; was schon angelegt ist, bleibt.',
      'The audit trail names what was there before; what has been opened stays.',
    ),
  },
  'vorlage.openAkteFromVorlage': {
    label: { de: 'Akte aus Vorlage anlegen', en: 'Open file from template' },
    permission: 'akte.open',
    undo: final('Ein Aktenzeichen wird nie zweimal vergeben.', 'A reference number is never given twice.'),
  },
  'vorlage.openVorgangFromVorlage': {
    label: { de: 'Vorgang aus Vorlage anlegen', en: 'Open case from template' },
    permission: 'akte.open',
    undo: final('Ein Aktenzeichen wird nie zweimal vergeben.', 'A reference number is never given twice.'),
  },
  'vorlage.beginSerienbrief': {
    label: { de: 'Serienbrief schreiben', en: 'Write serial letter' },
    permission: 'dokument.write',
    undo: final(
      'Er lässt sich anhalten; was schon geschrieben ist, sind Entwürfe im Vorgang.',
      'It can be halted; what has been written are drafts in the case.',
    ),
  },
  'vorlage.haltSerienbrief': {
    label: { de: 'Serienbrief anhalten', en: 'Halt serial letter' },
    permission: 'dokument.write',
    undo: { kind: 'reversible', by: 'vorlage.resumeSerienbrief' },
  },
  'vorlage.resumeSerienbrief': {
    label: { de: 'Serienbrief fortsetzen', en: 'Resume serial letter' },
    permission: 'dokument.write',
    undo: { kind: 'reversible', by: 'vorlage.haltSerienbrief' },
  },
  'vorlage.writeSerienbrief': {
    label: { de: 'Einen Brief der Serie schreiben', en: 'Write one letter of the series' },
    undo: system,
  },
} as const satisfies Record<string, ActDescription>;

/** What was typed into places that the record does not fill, by their names. */
type Typed = Record<string, string>;

export interface VorlageActTypes {
  'vorlage.addDokumentvorlage': {
    input: DokumentvorlageFacts & { uploadId: Id };
    output: { id: Id; places: string[] };
  };
  'vorlage.renewDokumentvorlage': {
    input: { id: Id; version: number; uploadId: Id };
    output: { version: number; nummer: number; places: string[] };
  };
  'vorlage.changeDokumentvorlage': {
    input: DokumentvorlageFacts & { id: Id; version: number; active: boolean };
    output: { version: number };
  };
  'vorlage.createSchreiben': {
    /** `nummer` is the Fassung that the preview showed, `beteiligungId` the recipient. */
    input: {
      vorgangId: Id;
      dokumentvorlageId: Id;
      nummer: number;
      betreff: string;
      beteiligungId: Id | null;
      typed: Typed;
    };
    output: { dokumentId: Id };
  };
  'vorlage.addAktenvorlage': { input: AktenvorlageFacts & { kind: AktenvorlageKind }; output: { id: Id } };
  'vorlage.changeAktenvorlage': {
    input: AktenvorlageFacts & { id: Id; version: number; active: boolean };
    output: { version: number };
  };
  'vorlage.openAkteFromVorlage': {
    input: { aktenvorlageId: Id; opening: AkteActTypes['akte.openAkte']['input']; typed: Typed };
    output: AkteActTypes['akte.openAkte']['output'];
  };
  'vorlage.openVorgangFromVorlage': {
    input: { aktenvorlageId: Id; opening: AkteActTypes['akte.openVorgang']['input']; typed: Typed };
    output: AkteActTypes['akte.openVorgang']['output'];
  };
  'vorlage.beginSerienbrief': { input: SerienbriefWish; output: { id: Id; version: number } };
  'vorlage.haltSerienbrief': { input: { id: Id; version: number }; output: { version: number } };
  'vorlage.resumeSerienbrief': { input: { id: Id; version: number }; output: { version: number } };
}
