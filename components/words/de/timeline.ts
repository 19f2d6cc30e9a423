import type { TimelineKind } from "@/lib/cases/case.ts";

/** What happened to a case, in German; the places are filled by `timelineSentence`. English stands with the record. */
export const timeline: Record<TimelineKind, string> = {
  opened: "Eröffnet durch eine Mail von {from}: {subject}",
  complaint: "Eine weitere Mail von {from}: {subject}{reason}",
  drafted: "Ein Brief wurde vorgeschlagen ({audience})",
  edited: "Der Brief wurde geändert ({audience})",
  attached: "An den Brief gehängt ({audience}): {files}{text}",
  detached: "Aus dem Brief entfernt ({audience}): {files}",
  pack: "Beweispaket gemacht und ausgegeben: {files}, SHA-256 {sha}",
  approved: "Freigegeben{rule} für {to}{with}",
  undone: "Zurückgeholt, bevor er an {to} ging",
  sent: "Der Mailserver hat ihn für {to} angenommen{answer}",
  send_failed: "Nicht zugestellt an {to}{answer}",
  send_unknown:
    "Niemand weiß, ob er {to} erreicht hat{answer}. Sehen Sie in die gesendete Mail, bevor Sie ihn noch einmal senden.",
  closed: "Abgeschlossen{because}",
  reopened: "Wieder geöffnet{because}",
  retyped: "Art berichtigt von {before} zu {after}",
  checked: "Neu geprüft: aus {before} wurde {after}",
  fact: "Berichtigt: {change}",
  fact_undone: "Berichtigung zurückgenommen: {change}",
  merged: "Mit Fall {other} zusammengelegt; seine Briefe bleiben hier",
  mail_left: "Mails in Fall {other} gelegt: {mails}",
  mail_came: "Mails aus Fall {other} gekommen: {mails}",
  mail_back: "Mails aus Fall {other} zurückgekommen: {mails}",
  deadline_set: "Die Regel „{rulename}“ setzte die Frist {after}",
  not_same: "Von einem Fall unterschieden, dem er ähnlich sah",
  reader_added: "{login} darf diesen versiegelten Fall lesen",
  mitigation: "{note}",
  follow_up: "{note}",
  note: "{note}",
};
