/** What stands on the pages of queue. */
export const queue = {
  next: "Next 50",
  lookedFor: "New mail is looked for all the time. {link}.",
  seeMailboxes: "See the mailboxes",
  howMailboxesAre: "See how the mailboxes are",
  noDeadline: "no deadline",
  sealed: "sealed",
  via: "{from} via {forwardedBy}",
  notMailbox: "not from a mailbox",
  mailboxBroken: "The mailbox {name} does not work: {text} {link}",
  notDelivered: "A letter was not delivered: ",
  unknownArrival: "Nobody can know whether a letter arrived: ",
};
