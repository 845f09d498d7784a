import type { Sentence } from '../contract/rejections.js';

interface StartupText {
  readonly cause: Sentence;
  readonly remedy: Sentence;
}

/** Everything that can keep the server from starting or going on, each with what to do about it. */
export const STARTUP_TEXTS = {
  configurationInvalid: {
    cause: {
      de: '{variable} hat den Wert „{value}“. Erwartet wird {expectedDe}.',
      en: '{variable} has the value "{value}". Expected is {expectedEn}.',
    },
    remedy: {
      de: '{variable} berichtigen oder weglassen und neu starten.',
      en: 'Correct or unset {variable} and start again.',
    },
  },
  configurationIncomplete: {
    cause: {
      de: '{given} ist gesetzt, aber {missing} fehlt.',
      en: '{given} is set, but {missing} is missing.',
    },
    remedy: {
      de: 'Alle drei setzen: DATABASE_URL, DATABASE_OWNER_URL, DATABASE_SESSION_URL. Oder keine, dann läuft die eingebaute Datenbank.',
      en: 'Set all three: DATABASE_URL, DATABASE_OWNER_URL, DATABASE_SESSION_URL. Or none, to run the built-in database.',
    },
  },
  objectStoreIncomplete: {
    cause: { de: '{given} ist gesetzt, aber {missing} fehlt.', en: '{given} is set, but {missing} is missing.' },
    remedy: {
      de: 'Alle drei setzen: LAUFMAPPE_S3_URL, LAUFMAPPE_S3_ACCESS_KEY, LAUFMAPPE_S3_SECRET_KEY. Oder keine, dann liegen die Dateien in einem Ordner.',
      en: 'Set all three: LAUFMAPPE_S3_URL, LAUFMAPPE_S3_ACCESS_KEY, LAUFMAPPE_S3_SECRET_KEY. Or none, to keep the files in a folder.',
    },
  },
  zeebeMissing: {
    cause: {
      de: 'Auf einem Zeebe laufen noch Abläufe ({running}), aber ZEEBE_ADDRESS fehlt.',
      en: 'Processes still run on a Zeebe ({running}), but ZEEBE_ADDRESS is missing.',
    },
    remedy: {
      de: 'ZEEBE_ADDRESS setzen. Mit ZEEBE_NEW_PROCESSES=here beginnt dort nichts Neues mehr, und was läuft, endet dort.',
      en: 'Set ZEEBE_ADDRESS. With ZEEBE_NEW_PROCESSES=here nothing new starts there, and what runs ends there.',
    },
  },
  demoExposed: {
    cause: {
      de: 'HOST={host} öffnet die Vorführdaten mit ihren bekannten Kennwörtern für das Netz.',
      en: 'HOST={host} opens the demo data with their public passwords to the network.',
    },
    remedy: {
      de: 'HOST weglassen, oder mit LAUFMAPPE_MODE=demo bestätigen, oder mit LAUFMAPPE_MODE=production ohne Vorführdaten starten.',
      en: 'Leave HOST out, or confirm with LAUFMAPPE_MODE=demo, or start without demo data with LAUFMAPPE_MODE=production.',
    },
  },
  buildMissing: {
    cause: { de: 'Das gebaute Programm fehlt: {path}.', en: 'The built program is missing: {path}.' },
    remedy: { de: '„npm start“ verwenden; es baut selbst.', en: 'Use "npm start"; it builds by itself.' },
  },
  portInUse: {
    cause: { de: 'Der Port {port} auf {host} ist schon belegt.', en: 'Port {port} on {host} is already in use.' },
    remedy: {
      de: 'Das andere Programm beenden oder mit PORT=4001 npm start einen anderen Port wählen.',
      en: 'Stop the other program or choose another port with PORT=4001 npm start.',
    },
  },
  portForbidden: {
    cause: { de: 'Der Port {port} darf nicht geöffnet werden.', en: 'Port {port} may not be opened.' },
    remedy: {
      de: 'Einen Port ab 1024 wählen, zum Beispiel PORT=4000.',
      en: 'Choose a port from 1024 on, for example PORT=4000.',
    },
  },
  addressUnavailable: {
    cause: {
      de: 'Die Adresse {host} gehört nicht zu diesem Rechner.',
      en: 'The address {host} does not belong to this machine.',
    },
    remedy: {
      de: 'HOST auf 127.0.0.1 setzen oder weglassen.',
      en: 'Set HOST to 127.0.0.1 or leave it out.',
    },
  },
  diskFull: {
    cause: { de: 'Der Datenträger ist voll: {folder}.', en: 'The disk is full: {folder}.' },
    remedy: {
      de: 'Platz schaffen oder mit LAUFMAPPE_DATA einen Ordner auf einem anderen Datenträger wählen, dann neu starten. Es ist nichts verloren.',
      en: 'Free some space or choose a folder on another disk with LAUFMAPPE_DATA, then start again. Nothing is lost.',
    },
  },
  limitExceedsDisk: {
    cause: {
      de: 'LAUFMAPPE_MAX_FILE_MB lässt Dateien bis {limit} MB zu, der Datenträger von {folder} hat aber nur {found} MB.',
      en: 'LAUFMAPPE_MAX_FILE_MB lets files of up to {limit} MB in, but the disk of {folder} has only {found} MB.',
    },
    remedy: {
      de: 'LAUFMAPPE_MAX_FILE_MB auf höchstens {fitting} setzen oder einen größeren Datenträger wählen.',
      en: 'Set LAUFMAPPE_MAX_FILE_MB to at most {fitting}, or choose a larger disk.',
    },
  },
  folderUnusable: {
    cause: { de: '{folder} ist nicht benutzbar: {reason}.', en: '{folder} cannot be used: {reason}.' },
    remedy: {
      de: 'Rechte und Eigentümer des Ordners prüfen; immer mit demselben Benutzer starten.',
      en: 'Check permissions and owner of the folder; always start as the same user.',
    },
  },
  alreadyRunning: {
    cause: {
      de: 'Laufmappe läuft schon mit dem Datenordner {folder} (Prozess {processId}).',
      en: 'Laufmappe is already running on the data folder {folder} (process {processId}).',
    },
    remedy: {
      de: 'Die laufende Instanz benutzen oder beenden, oder mit LAUFMAPPE_DATA einen anderen Ordner wählen.',
      en: 'Use or stop the running instance, or choose another folder with LAUFMAPPE_DATA.',
    },
  },
  dataVersion: {
    cause: {
      de: 'Die Daten in {folder} stammen von PostgreSQL {found}, dieses Programm bringt {expected} mit.',
      en: 'The data in {folder} were written by PostgreSQL {found}, this program comes with {expected}.',
    },
    remedy: {
      de: 'Die Daten mit der früheren Programmversion sichern und hier einspielen, oder mit LAUFMAPPE_DATA einen neuen Ordner wählen.',
      en: 'Dump the data with the earlier program version and restore them here, or choose a new folder with LAUFMAPPE_DATA.',
    },
  },
  secretMissing: {
    cause: {
      de: 'Zur Datenbank in {folder} fehlt die Kennwortdatei {file}.',
      en: 'The password file {file} of the database in {folder} is missing.',
    },
    remedy: {
      de: 'Die Datei aus der Sicherung zurückholen, oder mit LAUFMAPPE_DATA einen neuen Ordner wählen.',
      en: 'Restore the file from the backup, or choose a new folder with LAUFMAPPE_DATA.',
    },
  },
  binariesMissing: {
    cause: {
      de: 'Für {platform} ist keine eingebaute Datenbank installiert.',
      en: 'No built-in database is installed for {platform}.',
    },
    remedy: {
      de: '„npm ci“ ohne --omit=optional ausführen, oder eine eigene Datenbank mit DATABASE_URL angeben.',
      en: 'Run "npm ci" without --omit=optional, or name your own database with DATABASE_URL.',
    },
  },
  binariesUnusable: {
    cause: {
      de: 'Die eingebaute Datenbank läuft auf diesem System nicht: {reason}.',
      en: 'The built-in database does not run on this system: {reason}.',
    },
    remedy: {
      de: 'Eine eigene Datenbank (PostgreSQL 15 bis 18) mit DATABASE_URL angeben.',
      en: 'Name your own database (PostgreSQL 15 to 18) with DATABASE_URL.',
    },
  },
  databaseStartFailed: {
    cause: { de: 'Die Datenbank startet nicht: {reason}.', en: 'The database does not start: {reason}.' },
    remedy: {
      de: 'Die Meldung prüfen; der Datenordner ist {folder}. Bei beschädigten Daten die letzte Sicherung einspielen.',
      en: 'Look into the message; the data folder is {folder}. Restore the last backup if the data are damaged.',
    },
  },
  databaseEnded: {
    cause: { de: 'Die Datenbank wurde beendet ({how}).', en: 'The database has ended ({how}).' },
    remedy: {
      de: 'Neu starten; alles Bestätigte ist gespeichert. Bei Wiederholung Arbeitsspeicher und Systemprotokoll prüfen.',
      en: 'Start again; everything confirmed is stored. If it happens again, check memory and the system log.',
    },
  },
  databaseUnreachable: {
    cause: {
      de: 'Die Datenbank aus {variable} ({address}) antwortet nicht: {reason}.',
      en: 'The database of {variable} ({address}) does not answer: {reason}.',
    },
    remedy: {
      de: 'Rechnername, Port, Datenbank, Benutzer und Kennwort in {variable} prüfen; läuft die Datenbank?',
      en: 'Check host, port, database, user and password in {variable}; is the database running?',
    },
  },
  databaseVersion: {
    cause: {
      de: 'Die Datenbank aus {variable} ist PostgreSQL {found}; unterstützt werden 15 bis 18.',
      en: 'The database of {variable} is PostgreSQL {found}; supported are 15 to 18.',
    },
    remedy: {
      de: 'In {variable} eine Datenbank mit unterstützter Fassung angeben.',
      en: 'Name a database of a supported version in {variable}.',
    },
  },
  databaseRoleTooStrong: {
    cause: {
      de: 'Der Benutzer „{role}“ aus {variable} darf den Zeilenschutz umgehen.',
      en: 'The user "{role}" of {variable} may step past row-level security.',
    },
    remedy: {
      de: 'Für {variable} eine Rolle ohne SUPERUSER und ohne BYPASSRLS verwenden, die nicht Mitglied der Eigentümerrolle ist.',
      en: 'Use a role for {variable} without SUPERUSER and BYPASSRLS that is no member of the owner role.',
    },
  },
  databaseNewer: {
    cause: {
      de: 'Die Datenbank wurde von einer späteren Programmversion eingerichtet ({migration}).',
      en: 'The database was set up by a later version of the program ({migration}).',
    },
    remedy: {
      de: 'Die spätere Version starten, oder mit LAUFMAPPE_DATA einen neuen Ordner wählen.',
      en: 'Start the later version, or choose a new folder with LAUFMAPPE_DATA.',
    },
  },
  migrationChanged: {
    cause: {
      de: 'Die schon ausgeführte Migration {migration} wurde nachträglich geändert.',
      en: 'The migration {migration} was changed after it had been applied.',
    },
    remedy: {
      de: 'Die Datei aus der Versionsverwaltung wiederherstellen; Änderungen gehören in eine neue Migration.',
      en: 'Restore the file from version control; changes belong in a new migration.',
    },
  },
  unexpected: {
    cause: { de: 'Unerwarteter Fehler: {reason}.', en: 'Unexpected error: {reason}.' },
    remedy: {
      de: 'Mit LAUFMAPPE_TRACE=1 neu starten und die Ausgabe als Fehler melden.',
      en: 'Start again with LAUFMAPPE_TRACE=1 and report the output as a bug.',
    },
  },
} satisfies Record<string, StartupText>;

export type StartupCode = keyof typeof STARTUP_TEXTS;
