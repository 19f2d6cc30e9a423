import type { queue as en } from "../en/queue.ts";

export const queue: typeof en = {
  next: "Nächste 50",
  lookedFor: "Nach neuer Mail wird ständig gesehen. {link}.",
  seeMailboxes: "Zu den Postfächern",
  howMailboxesAre: "Wie es den Postfächern geht",
  noDeadline: "keine Frist",
  sealed: "versiegelt",
  via: "{from} über {forwardedBy}",
  notMailbox: "nicht aus einem Postfach",
  mailboxBroken: "Das Postfach {name} funktioniert nicht: {text} {link}",
  notDelivered: "Ein Brief wurde nicht zugestellt: ",
  unknownArrival: "Niemand kann wissen, ob ein Brief angekommen ist: ",
};
