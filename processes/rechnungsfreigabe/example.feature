# language: de
Funktionalität: Rechnungsfreigabe

  Szenario: Eine kleine Rechnung geht ohne Mitzeichnung zur Zahlung
    Angenommen eine Rechnung über 4.999,99 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Dann wartet „Freigabevermerk erstellen“
    Wenn der Vermerk erstellt ist
    Und die Schlusszeichnung mit „zeichnen“ erledigt ist
    Dann warten „In der Akte ablegen“ und „Zahlung anweisen“
    Wenn die Zahlung angewiesen ist
    Dann wartet „In der Akte ablegen“
    Wenn „In der Akte ablegen“ erledigt ist
    Und „Abschluss vorlegen“ erledigt ist
    Dann ist der Ablauf bei „abgelegt“ beendet

  Szenario: Genau 5.000 € brauchen keine Mitzeichnung
    Angenommen eine Rechnung über 5.000,00 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Dann wartet „Freigabevermerk erstellen“

  Szenario: Eine große Rechnung zeichnen zwei Personen zugleich mit
    Angenommen eine Rechnung über 12.450,80 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Dann warten „Mitzeichnung“ und „Mitzeichnung“
    Wenn die Mitzeichnung mit „mitzeichnen“ erledigt ist
    Dann wartet „Mitzeichnung“
    Wenn die Mitzeichnung mit „mitzeichnen“ erledigt ist
    Dann wartet „Freigabevermerk erstellen“

  Szenario: Ein Cent über der Grenze reicht für die Mitzeichnung
    Angenommen eine Rechnung über 5.000,01 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Dann warten „Mitzeichnung“ und „Mitzeichnung“

  Szenario: Eine Ablehnung beendet die Mitzeichnung und weist zurück
    Angenommen eine Rechnung über 12.450,80 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Und die Mitzeichnung mit „ablehnen“ erledigt ist
    Dann wartet „Rückweisung schreiben“

  Szenario: Eine sachlich falsche Rechnung wird zurückgewiesen, auch eine große
    Angenommen eine Rechnung über 12.450,80 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „zurueckweisen“ erledigt ist
    Dann wartet „Rückweisung schreiben“
    Wenn „Rückweisung schreiben“ erledigt ist
    Dann ist der Ablauf bei „zurückgewiesen“ beendet

  Szenario: Die Leitung weist statt zu zeichnen zurück
    Angenommen eine Rechnung über 100,00 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Und der Vermerk erstellt ist
    Und die Schlusszeichnung mit „zurueckweisen“ erledigt ist
    Dann wartet „Rückweisung schreiben“

  Szenario: Eine unlesbare Rechnung wird von Hand erfasst, auf den Cent genau
    Angenommen eine Rechnung über 0,00 € ist eingegangen
    Wenn die Rechnung unlesbar ist
    Dann wartet „Rechnungsdaten erfassen“
    Wenn 5.000,01 € als Betrag erfasst sind
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Dann warten „Mitzeichnung“ und „Mitzeichnung“

  Szenario: Nach fünf Tagen wird einmal an die Prüfung erinnert
    Angenommen eine Rechnung über 100,00 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und 4 Tage vergehen
    Dann wartet „Sachliche Prüfung“
    Wenn 1 Tage vergehen
    Dann warten „Sachliche Prüfung“ und „An die Prüfung erinnern“
    Wenn „An die Prüfung erinnern“ erledigt ist
    Und 30 Tage vergehen
    Dann wartet „Sachliche Prüfung“

  Szenario: Ein Storno beendet alles, was noch läuft
    Angenommen eine Rechnung über 12.450,80 € ist eingegangen
    Wenn die Rechnung gelesen ist
    Und die Sachliche Prüfung mit „richtig“ erledigt ist
    Und ein Storno verlangt wird
    Dann wartet „Stornieren“
    Wenn „Stornieren“ erledigt ist
    Dann ist der Ablauf bei „storniert“ beendet
