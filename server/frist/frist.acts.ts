import { extendFrist } from './extend-frist.js';
import { resumeVorgang } from './resume-vorgang.js';
import { setFrist } from './set-frist.js';
import { suspendVorgang } from './suspend-vorgang.js';

/** What people do about the Frist of a Vorgang. */
export const FRIST_ACTS = [setFrist, extendFrist, suspendVorgang, resumeVorgang];
