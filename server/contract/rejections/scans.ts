import type { RejectionText } from '../rejections.js';

/** What may stand against making letters of scans, and against taking that back. */
export const scanRejections = {
  'posteingang.rearranged': {
    status: 409,
    message: {
      de: 'Erwartet: Der Eingang liegt im Posteingang. Gefunden: Er ist aufgeteilt; seine Seiten liegen dort als eigene Eingänge.',
      en: 'Expected: the item is on the intake desk. Found: it has been split; its pages lie there as items of their own.',
    },
    remedy: {
      de: 'Mit den neuen Eingängen arbeiten, oder die Aufteilung zurücknehmen.',
      en: 'Work with the new items, or take the rearrangement back.',
    },
  },
  'posteingang.originalIsRearranged': {
    status: 409,
    message: { de: 'Der andere Eingang ist aufgeteilt.', en: 'The other item has been split.' },
    remedy: {
      de: 'Mit dem Eingang verknüpfen, der aus seinen Seiten entstanden ist.',
      en: 'Link to the item that was made of its pages.',
    },
  },
  'posteingang.scanKind': {
    status: 422,
    message: {
      de: 'Erwartet: ein PDF, dessen Seiten sich aufteilen lassen. Gefunden: „{file}“ ist {mime}.',
      en: 'Expected: a PDF whose pages can be split. Found: “{file}” is {mime}.',
    },
    remedy: { de: 'Den Eingang als Ganzes ablegen.', en: 'File the item as a whole.' },
  },
  'posteingang.scanSigned': {
    status: 422,
    message: {
      de: '„{file}“ ist elektronisch signiert. In einer Kopie einzelner Seiten gilt die Signatur nicht mehr.',
      en: '“{file}” is signed electronically. In a copy of single pages the signature does not hold any more.',
    },
    remedy: { de: 'Den Eingang als Ganzes ablegen.', en: 'File the item as a whole.' },
  },
  'posteingang.scanEncrypted': {
    status: 422,
    message: {
      de: '„{file}“ ist verschlüsselt; seine Seiten lassen sich nicht kopieren.',
      en: '“{file}” is encrypted; its pages cannot be copied.',
    },
    remedy: {
      de: 'Eine offene Fassung anfordern, oder den Eingang als Ganzes ablegen.',
      en: 'Ask for an open version, or file the item as a whole.',
    },
  },
  'posteingang.scanDamaged': {
    status: 422,
    message: {
      de: '„{file}“ ist beschädigt oder nicht vollständig lesbar; es könnte etwas verloren gehen.',
      en: '“{file}” is damaged or cannot be read completely; something might be lost.',
    },
    remedy: {
      de: 'Neu scannen, oder den Eingang als Ganzes ablegen.',
      en: 'Scan it again, or file the item as a whole.',
    },
  },
  'posteingang.scanLayers': {
    status: 422,
    message: {
      de: '„{file}“ enthält ausgeblendete Ebenen; in einer Kopie würden sie sichtbar.',
      en: '“{file}” contains hidden layers; in a copy they would become visible.',
    },
    remedy: { de: 'Den Eingang als Ganzes ablegen.', en: 'File the item as a whole.' },
  },
  'posteingang.scanForm': {
    status: 422,
    message: {
      de: '„{file}“ ist ein XFA-Formular; seine Seiten zeichnet nur das Programm, für das es gemacht ist.',
      en: '“{file}” is an XFA form; its pages are drawn only by the program that it is made for.',
    },
    remedy: { de: 'Den Eingang als Ganzes ablegen.', en: 'File the item as a whole.' },
  },
  'posteingang.scanCarriesFiles': {
    status: 422,
    message: {
      de: '„{file}“ trägt weitere Dateien in sich, etwa die Daten einer E-Rechnung; beim Aufteilen blieben sie zurück.',
      en: '“{file}” carries further files, such as the data of an e-invoice; splitting would leave them behind.',
    },
    remedy: { de: 'Den Eingang als Ganzes ablegen.', en: 'File the item as a whole.' },
  },
  'posteingang.scanTwice': {
    status: 422,
    message: { de: '„{file}“ ist zweimal genannt.', en: '“{file}” is named twice.' },
    remedy: { de: 'Jeden Scan einmal wählen.', en: 'Choose each scan once.' },
  },
  'posteingang.scanUnused': {
    status: 422,
    message: { de: 'Kein Brief enthält eine Seite aus „{file}“.', en: 'No letter has a page of “{file}”.' },
    remedy: {
      de: 'Eine Seite daraus aufnehmen, oder den Scan nicht mit aufteilen.',
      en: 'Take a page of it, or leave the scan out.',
    },
  },
  'posteingang.noSuchPage': {
    status: 422,
    message: {
      de: 'Erwartet: eine Seite von 1 bis {pages} aus „{file}“. Gefunden: Seite {page}.',
      en: 'Expected: a page from 1 to {pages} of “{file}”. Found: page {page}.',
    },
    remedy: { de: 'Die Ansicht neu laden und neu aufteilen.', en: 'Reload the view and split anew.' },
  },
  'posteingang.pageTwice': {
    status: 422,
    message: {
      de: 'Seite {page} aus „{file}“ steht zweimal in den Briefen.',
      en: 'Page {page} of “{file}” stands twice in the letters.',
    },
    remedy: { de: 'Jede Seite in einen Brief legen.', en: 'Put each page into one letter.' },
  },
  'posteingang.letterWithoutPages': {
    status: 422,
    message: { de: 'Brief {letter} hat keine Seite.', en: 'Letter {letter} has no page.' },
    remedy: { de: 'Eine Seite hineinlegen, oder ihn weglassen.', en: 'Put a page into it, or leave it out.' },
  },
  'posteingang.nothingRearranged': {
    status: 422,
    message: {
      de: 'Erwartet: etwas anderes als der Scan. Gefunden: ein Brief mit allen Seiten, wie sie liegen.',
      en: 'Expected: something else than the scan. Found: one letter with all pages as they lie.',
    },
    remedy: { de: 'Den Eingang ablegen, wie er ist.', en: 'File the item as it is.' },
  },
  'posteingang.tooMuchAtOnce': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {mostScans} Scans, {mostLetters} Briefe und {mostPages} Seiten zusammen. Gefunden: {scans} Scans, {letters} Briefe, {pages} Seiten.',
      en: 'Expected: {mostScans} scans, {mostLetters} letters and {mostPages} pages together at most. Found: {scans} scans, {letters} letters, {pages} pages.',
    },
    remedy: { de: 'In mehreren Schritten aufteilen.', en: 'Split in several steps.' },
  },
  'posteingang.scansTooLarge': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} MB zusammen. Gefunden: {found} MB.',
      en: 'Expected: {most} MB together at most. Found: {found} MB.',
    },
    remedy: { de: 'In mehreren Schritten aufteilen.', en: 'Split in several steps.' },
  },
  'posteingang.rearrangingGuarded': {
    status: 422,
    message: {
      de: 'Das Aufteilen hat zu lange gedauert oder zu viel Speicher verlangt und wurde abgebrochen. Es hat sich nichts geändert.',
      en: 'Splitting took too long or asked for too much memory and was ended. Nothing has changed.',
    },
    remedy: {
      de: 'In mehreren Schritten aufteilen, oder den Eingang als Ganzes ablegen.',
      en: 'Split in several steps, or file the item as a whole.',
    },
  },
  'posteingang.rearrangingAway': {
    status: 503,
    message: {
      de: 'Das Aufteilen ist gerade nicht möglich. Es hat sich nichts geändert.',
      en: 'Splitting is not possible at the moment. Nothing has changed.',
    },
    remedy: { de: 'Später noch einmal versuchen.', en: 'Try again later.' },
  },
  'posteingang.letterFiled': {
    status: 409,
    message: { de: '„{file}“ ist schon abgelegt.', en: '“{file}” has already been filed.' },
    remedy: { de: 'Zuerst dessen Ablegen zurücknehmen.', en: 'Take its filing back first.' },
  },
  'posteingang.letterForwarded': {
    status: 409,
    message: { de: '„{file}“ ist weitergegeben.', en: '“{file}” has been forwarded.' },
    remedy: {
      de: 'Zurückholen, solange er nicht angenommen ist, oder um Rückgabe bitten.',
      en: 'Recall it as long as it is not accepted, or ask for it to be sent back.',
    },
  },
  'posteingang.letterSetAside': {
    status: 409,
    message: {
      de: '„{file}“ ist mit einer Notiz zur Klärung gegeben; sie ginge verloren.',
      en: '“{file}” has been set aside with a note, which would be lost.',
    },
    remedy: { de: 'Ihn zuerst zurück in den Posteingang nehmen.', en: 'Take it back to the intake desk first.' },
  },
  'posteingang.letterLinked': {
    status: 409,
    message: {
      de: '„{file}“ ist als Dublette verknüpft, oder an ihm hängen Dubletten.',
      en: '“{file}” is linked as a duplicate, or has duplicates linked to it.',
    },
    remedy: { de: 'Zuerst die Verknüpfung lösen.', en: 'Undo the link first.' },
  },
  'posteingang.letterRearranged': {
    status: 409,
    message: { de: '„{file}“ ist selbst aufgeteilt.', en: '“{file}” has itself been split.' },
    remedy: { de: 'Zuerst dessen Aufteilung zurücknehmen.', en: 'Take its rearrangement back first.' },
  },
  'posteingang.scanDestroyed': {
    status: 409,
    message: {
      de: 'Der Scan „{file}“ ist mit einem seiner Briefe vernichtet.',
      en: 'The scan “{file}” was destroyed with one of its letters.',
    },
    remedy: { de: 'Mit den übrigen Briefen arbeiten.', en: 'Work with the other letters.' },
  },
} as const satisfies Record<string, RejectionText>;
