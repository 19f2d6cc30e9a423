import type { frame as en } from "../en/frame.ts";

export const frame: typeof en = {
  skip: "Zum Inhalt springen",
  main: "Hauptnavigation",
  overdue: "seit {left} überfällig",
  left: "noch {left}",
  minutes: "{count} Min.",
  days: "{count} Tage",
  notFoundTitle: "Diese Seite gibt es nicht, oder Sie dürfen sie nicht sehen",
  checkAddress: "Prüfen Sie die Adresse. {link}",
  backToQueue: "Zurück zum Eingang",
};
