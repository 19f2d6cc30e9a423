import type { failure as en } from "../en/failure.ts";

export const failure: typeof en = {
  title: "Diese Seite konnte nicht gezeigt werden",
  text: "Nichts wurde geändert oder verloren. Laden Sie die Seite neu; wenn es so bleibt, sehen Sie in die Ausgabe des Desks{incident}.",
  incident: " zum Vorfall {digest}",
  back: "Zurück zum Eingang",
};
