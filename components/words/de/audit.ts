import type { audit as en } from "../en/audit.ts";

export const audit: typeof en = {
  title: "Prüfprotokoll",
  about:
    "Wer einen versiegelten Fall geöffnet, etwas mitgenommen, einen Brief freigegeben, Einstellungen, Personen, Leser, Siegel oder Sperren gegen das Löschen geändert hat. Es kann nur wachsen: Jeder Eintrag enthält die Prüfsumme des vorigen. Was in einem Fall steht, steht hier nie.",
  narrow: "Eingrenzen",
  filter: {
    by: "Person",
    everybody: "Alle",
    kind: "Was",
    everything: "Alles",
    from: "Von (UTC)",
    to: "Bis (UTC)",
    show: "Zeigen",
  },
  kinds: {
    read: "Gelesen",
    export: "Mitgenommen",
    approved: "Brief freigegeben",
    settings: "Einstellungen",
    people: "Personen",
    readers: "Leser",
    seal: "Siegel",
    hold: "Festgehalten",
    privacy: "Datenschutz",
    "sign-in": "Anmeldung",
    backup: "Sicherung",
    keys: "Schlüssel",
  },
  columns: { seq: "Nr.", at: "Wann", by: "Wer", kind: "Was", what: "Welches", case: "Fall" },
  none: "Kein Eintrag.",
  sealedCase: "ein versiegelter Fall",
  older: "Ältere",
  newest: "Neueste",
  files: "Mitnehmen",
  csv: "Als CSV",
  json: "Als JSON, ein Eintrag je Zeile",
  check:
    "Auf der Maschine sagt 'exitdesk audit verify', ob jeder Eintrag so ist, wie er geschrieben wurde.",
};
