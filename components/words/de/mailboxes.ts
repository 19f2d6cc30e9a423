import type { mailboxes as en } from "../en/mailboxes.ts";

export const mailboxes: typeof en = {
  saved: "Gespeichert. Das Desk beginnt in wenigen Sekunden zu lesen; sehen Sie dann wieder nach.",
  changeOne: "{name} ändern",
  add: "Ein Postfach hinzufügen",
};
