import type { RejectionText } from '../rejections.js';

export const laufwegRejections = {
  'laufweg.notBuildable': {
    status: 422,
    message: {
      de: 'So kann der Laufweg nicht laufen; {count} Gründe stehen darunter.',
      en: 'The circulation cannot run like this; {count} reasons follow.',
    },
    remedy: { de: 'Jeden Grund beheben und erneut speichern.', en: 'Correct each reason and save again.' },
  },
  'laufweg.empty': {
    status: 422,
    message: {
      de: 'Erwartet: mindestens eine Station. Gefunden: keine.',
      en: 'Expected: at least one station. Found: none.',
    },
    remedy: { de: 'Eine Station hinzufügen.', en: 'Add a station.' },
  },
  'laufweg.tooLong': {
    status: 422,
    message: {
      de: 'Erwartet: höchstens {most} Zeilen. Gefunden: {found}.',
      en: 'Expected: at most {most} lines. Found: {found}.',
    },
    remedy: { de: 'Den Laufweg auf mehrere verteilen.', en: 'Split it into several circulations.' },
  },
  'laufweg.tooDeep': {
    status: 422,
    message: {
      de: 'Zeile {line} ist {depth}-fach eingerückt; möglich sind {most} Ebenen.',
      en: 'Line {line} is indented {depth} times; {most} levels are possible.',
    },
    remedy: { de: 'Die Zeile ausrücken.', en: 'Outdent the line.' },
  },
  'laufweg.orphan': {
    status: 422,
    message: {
      de: 'Zeile {line} ist eingerückt, aber über ihr steht keine Gruppe, zu der sie gehören kann.',
      en: 'Line {line} is indented, but there is no group above it that it could belong to.',
    },
    remedy: { de: 'Die Zeile ausrücken oder eine Gruppe darüber setzen.', en: 'Outdent it or put a group above it.' },
  },
  'laufweg.emptyGroup': {
    status: 422,
    message: {
      de: 'Die Gruppe in Zeile {line} hat keine Station.',
      en: 'The group in line {line} has no station.',
    },
    remedy: { de: 'Eine Station einrücken oder die Gruppe entfernen.', en: 'Indent a station or remove the group.' },
  },
  'laufweg.quorumMisplaced': {
    status: 422,
    message: {
      de: 'Die Gruppe in Zeile {line} läuft nacheinander; ein Quorum gibt es nur, wo alle gleichzeitig gefragt werden.',
      en: 'The group in line {line} runs in sequence; a quorum needs members that are asked at once.',
    },
    remedy: { de: '„Gleichzeitig“ wählen oder das Quorum entfernen.', en: 'Choose “at once” or remove the quorum.' },
  },
  'laufweg.quorumTooHigh': {
    status: 422,
    message: {
      de: 'Erwartet: ein Quorum von 1 bis {members} Mitgliedern (1 bis 100 Prozent). Gefunden: {found}.',
      en: 'Expected: a quorum of 1 to {members} members (1 to 100 percent). Found: {found}.',
    },
    remedy: { de: 'Das Quorum senken oder Mitglieder hinzufügen.', en: 'Lower the quorum or add members.' },
  },
  'laufweg.personTwice': {
    status: 422,
    message: {
      de: '{name} steht zweimal in einer Gruppe, die gleichzeitig gefragt wird.',
      en: '{name} is asked twice in a group whose members are asked at once.',
    },
    remedy: { de: 'Eine der beiden Stationen entfernen.', en: 'Remove one of the two stations.' },
  },
  'laufweg.finalInGroup': {
    status: 422,
    message: {
      de: 'Die Schlusszeichnung in Zeile {line} steht in einer Gruppe; sie steht für sich.',
      en: 'The final signature in line {line} is inside a group; it stands alone.',
    },
    remedy: { de: 'Die Zeile ganz ausrücken.', en: 'Outdent the line completely.' },
  },
  'laufweg.finalNotLast': {
    status: 422,
    message: {
      de: 'Nach der Schlusszeichnung wird noch um eine Zeichnung gebeten (Zeile {line}).',
      en: 'A signature is asked for after the final signature (line {line}).',
    },
    remedy: {
      de: 'Die Schlusszeichnung hinter alle Zeichnungen setzen; danach ist nur Kenntnisnahme möglich.',
      en: 'Put the final signature behind all others; only information can follow it.',
    },
  },
  'laufweg.fristInvalid': {
    status: 422,
    message: {
      de: 'Erwartet: eine Frist von 1 bis 365 Tagen oder keine. Gefunden: {found} in Zeile {line}.',
      en: 'Expected: a deadline of 1 to 365 days, or none. Found: {found} in line {line}.',
    },
    remedy: { de: 'Die Zahl der Tage berichtigen.', en: 'Correct the number of days.' },
  },
  'laufweg.noDokument': {
    status: 422,
    message: {
      de: 'Erwartet: 1 bis 50 verschiedene Dokumente in der Umlaufmappe. Gefunden: {found}.',
      en: 'Expected: 1 to 50 different documents in the circulation folder. Found: {found}.',
    },
    remedy: { de: 'Die Dokumente auswählen, die umlaufen sollen.', en: 'Choose the documents that are to circulate.' },
  },
  'laufweg.dokumentElsewhere': {
    status: 422,
    message: {
      de: 'Ein ausgewähltes Dokument liegt nicht (mehr) im Schriftgut dieses Vorgangs.',
      en: 'A chosen document is not (or no longer) in the register of this case.',
    },
    remedy: { de: 'Die Auswahl erneuern.', en: 'Choose again.' },
  },
  'laufweg.newerVersion': {
    status: 409,
    message: {
      de: 'Erwartet: Fassung {expected} von „{betreff}“ ist die neueste. Gefunden: Fassung {found}.',
      en: 'Expected: version {expected} of “{betreff}” is the newest one. Found: version {found}.',
    },
    remedy: { de: 'Die neue Fassung ansehen und dann entscheiden.', en: 'Look at the new version and decide then.' },
  },
  'laufweg.unseen': {
    status: 422,
    message: {
      de: 'Erwartet: die Fassung, die gesehen wurde, zu jedem Dokument der Umlaufmappe. Gefunden: keine zu „{betreff}“.',
      en: 'Expected: the version that was seen, for each document of the folder. Found: none for “{betreff}”.',
    },
    remedy: { de: 'Das Dokument ansehen und dann entscheiden.', en: 'Look at the document and decide then.' },
  },
  'laufweg.mappeChanged': {
    status: 409,
    message: {
      de: 'Die Umlaufmappe ist nicht, wie sie gesehen wurde; {count} Gründe stehen darunter.',
      en: 'The circulation folder is not as it was seen; {count} reasons follow.',
    },
    remedy: { de: 'Die Dokumente ansehen und dann entscheiden.', en: 'Look at the documents and decide then.' },
  },
  'laufweg.notSignable': {
    status: 422,
    message: {
      de: '„{betreff}“ kann nicht schlussgezeichnet werden: {reasonDe}.',
      en: '“{betreff}” cannot be signed finally: {reasonEn}.',
    },
    remedy: {
      de: 'Einen Entwurf als PDF in die Umlaufmappe legen oder auf die Schlusszeichnung verzichten.',
      en: 'Put a PDF draft into the folder, or do without the final signature.',
    },
  },
  'laufweg.personUnsuited': {
    status: 422,
    message: { de: 'Zeile {line}, {name}: {reasonDe}', en: 'Line {line}, {name}: {reasonEn}' },
    remedy: { de: 'Eine andere Person wählen.', en: 'Choose another person.' },
  },
  'laufweg.nobodyInRole': {
    status: 422,
    message: {
      de: 'Zeile {line}: Niemand hat dort diese Rolle und das nötige Recht.',
      en: 'Line {line}: nobody has this role and the right that it needs there.',
    },
    remedy: {
      de: 'Eine andere Rolle oder Einheit oder eine Person wählen.',
      en: 'Choose another role, unit or person.',
    },
  },
  'laufweg.fourEyes': {
    status: 409,
    message: {
      de: 'Vier-Augen-Prinzip: {name} {reasonDe} und kann deshalb nicht schlusszeichnen.',
      en: 'Four-eyes principle: {name} {reasonEn} and so cannot sign finally.',
    },
    remedy: {
      de: 'Eine andere Person schlusszeichnen lassen: die Station überspringen und neu einfügen.',
      en: 'Let another person sign finally: skip the station and insert a new one.',
    },
  },
  'laufweg.reasonMissing': {
    status: 422,
    message: {
      de: 'Erwartet: ein Grund, warum nicht gezeichnet wird. Gefunden: keiner.',
      en: 'Expected: a reason for not signing. Found: none.',
    },
    remedy: { de: 'Den Grund als Bemerkung eintragen.', en: 'Enter the reason as a remark.' },
  },
  'laufweg.notRunning': {
    status: 409,
    message: {
      de: 'Der Laufweg ist {stateDe}; er wird nicht mehr geändert.',
      en: 'The circulation is {stateEn}; it is changed no more.',
    },
    remedy: { de: 'Einen neuen Laufweg beginnen.', en: 'Start a new circulation.' },
  },
  'laufweg.notHalted': {
    status: 409,
    message: {
      de: 'Erwartet: ein angehaltener Laufweg. Gefunden: Er ist {stateDe}.',
      en: 'Expected: a halted circulation. Found: it is {stateEn}.',
    },
    remedy: { de: 'Die Ansicht neu laden.', en: 'Reload the view.' },
  },
  'laufweg.alreadyPast': {
    status: 409,
    message: {
      de: 'Der Laufweg ist über diese Stelle schon hinaus.',
      en: 'The circulation is already beyond this place.',
    },
    remedy: { de: 'Eine Stelle nach dem laufenden Schritt wählen.', en: 'Choose a place behind the running step.' },
  },
  'laufweg.alreadyBegun': {
    status: 409,
    message: {
      de: 'Die Station hat schon begonnen und kann nicht mehr verschoben werden.',
      en: 'The station has begun already and can no longer be moved.',
    },
    remedy: { de: 'Sie mit Grund überspringen und neu einfügen.', en: 'Skip it with a reason and insert it anew.' },
  },
  'laufweg.intoItself': {
    status: 422,
    message: { de: 'Eine Gruppe kann nicht in sich selbst liegen.', en: 'A group cannot lie inside itself.' },
    remedy: { de: 'Eine andere Stelle wählen.', en: 'Choose another place.' },
  },
  'laufweg.stationDone': {
    status: 409,
    message: {
      de: 'Die Station ist schon {stateDe}.',
      en: 'The station is already {stateEn}.',
    },
    remedy: { de: 'Die Ansicht neu laden.', en: 'Reload the view.' },
  },
  'laufweg.quorumUnreachable': {
    status: 409,
    message: {
      de: 'Ohne diese Station wäre das Quorum ihrer Gruppe nicht mehr zu erreichen.',
      en: 'Without this station the quorum of its group could not be reached any more.',
    },
    remedy: {
      de: 'Zuerst ein anderes Mitglied einfügen oder den Laufweg zurückholen.',
      en: 'Insert another member first, or call the circulation back.',
    },
  },
  'laufweg.decideThere': {
    status: 409,
    message: {
      de: 'Diese Aufgabe endet mit der Entscheidung über den Laufweg, nicht mit „Erledigen“.',
      en: 'This task ends with the decision about the circulation, not with “Complete”.',
    },
    remedy: {
      de: 'Im Vorgang unter „Laufweg“: trotzdem weiter, ändern oder zurückholen.',
      en: 'In the case, under “Circulation”: go on, change it or call it back.',
    },
  },
} satisfies Record<string, RejectionText>;
