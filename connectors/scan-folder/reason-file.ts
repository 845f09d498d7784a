import type { IntakeRefusal } from './intake-port.js';
import type { Claim } from './layout.js';

/** What stands beside a file that was refused, for people who look into the folder. */
export function reasonText({ name, receivedAt }: Claim, { code, message, remedy }: IntakeRefusal): string {
  return [
    `Datei: ${name}`,
    `Abgelegt: ${receivedAt.toISOString()}`,
    '',
    'Diese Datei wurde nicht aufgenommen.',
    message.de,
    `Abhilfe: ${remedy.de}`,
    'Danach die Datei ohne den vorangestellten Stempel wieder in den Eingangsordner legen.',
    '',
    'This file was not taken in.',
    message.en,
    `Remedy: ${remedy.en}`,
    'Then put the file back into the intake folder, without the stamp in front of its name.',
    '',
    `(${code})`,
    '',
  ].join('\n');
}
