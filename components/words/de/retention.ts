import type { retention as en } from "../en/retention.ts";

export const retention: typeof en = {
  title: "Aufbewahrung",
  about:
    "Beschwerden sind Daten anderer Leute: Namen, Adressen, manchmal Passwörter in einem Protokoll. Hier entscheiden Sie, wie lange das Desk sie behält. Die Zeit zählt vom Tag, an dem ein Fall abgeschlossen wurde.",
  stages:
    "Die Mail ist, was Fremde schrieben: das Original, seine Anhänge und jeder daraus gelesene Text. Der Vorgang ist der Rest: Ihre Briefe, Notizen und die Angaben über Personen. Sind beide fort, bleiben: Prüfsumme und Ankunft jeder Mail, damit sie nicht zweimal hereinkommt; wer wann was getan hat; und was die Berichte zählen.",
  never:
    "Nie gelöscht werden: offene Fälle, festgehaltene Fälle, Fälle mit einem Brief, der nicht sicher hinausging. Protokolle brauchen keine Frist: Das Desk schreibt weder Adresse noch Betreff noch Namen hinein. Was gegen Angriffe getan wurde (Maßnahmen, Sperren), bleibt, es ist Ihr eigener Nachweis.",
  off: "Nichts wird gelöscht, bis Sie das speichern. Die Tage unten sind ein Vorschlag.",
  on: "Der Worker löscht stündlich in kleinen Schritten, was älter ist. Gelöschtes kommt nicht zurück, außer aus einer Sicherung.",
  mailOf: "{name}: Tage, die die Mail bleibt",
  recordOf: "{name}: Tage, die der Vorgang bleibt",
  quarantine: "Mail in Quarantäne",
  quarantineWhy:
    "Mail, aus der kein Fall werden konnte. Das Desk hat die einzige Kopie, und jemand sieht vielleicht spät danach.",
  forEver: "Leer: für immer.",
  classes: {
    authority: "Polizei, Gerichte, versiegelte Fälle",
    serious: "Drohungen, Missbrauchsdarstellungen",
    copyright: "Urheberrecht",
    junk: "Keine Beschwerde",
    answered: "Beantwortete Fälle",
    unanswered: "Ohne Antwort abgeschlossen",
  },
  reasons: {
    authority: "Wonach eine Behörde fragte, bleibt, bis ein Mensch mit dem Anwalt entscheidet.",
    serious: "Solchem wird noch nach Jahren nachgegangen; drei Jahre sind die übliche Verjährung.",
    copyright: "Ansprüche verjähren nach drei Jahren, mancherorts am Ende des dritten.",
    junk: "Ein Monat genügt, um eine falsche Entscheidung zu bemerken.",
    answered:
      "Ein Anbieter kann binnen eines Jahres darauf zurückkommen, auf Ihre Worte binnen dreier.",
    unanswered: "Niemand wartet auf etwas; ein Vierteljahr zeigt, ob es wiederkommt.",
  },
  preview: "Zeigen, was gelöscht würde",
  save: "Speichern und von jetzt an löschen",
  stop: "Nichts mehr löschen",
  saved: "Gespeichert.",
  would: "Mit diesen Fristen gingen in den nächsten Runden:",
  wouldMail: "Mails von {mail} Fällen",
  wouldRecord: "Vorgänge von {record} Fällen",
  wouldQuarantine: "{quarantine} Mails in Quarantäne",
  wouldHeld: "{held} festgehaltene Fälle bleiben, wie alt sie auch sind.",
  done: "Was getan wurde",
  nothingDone: "Noch nichts.",
  acts: {
    purge: "Gelöscht: Mails: {mails}, Vorgänge: {records}",
    export: "Einer Person ausgehändigt, was über sie bekannt ist; Fälle: {records}",
    redact:
      "Daten einer Person geschwärzt; Fälle: {records}, Mails: {mails}; gelassen, wie sie sind: {left}",
    retention: "Geändert, wie lange etwas bleibt",
  },
};
