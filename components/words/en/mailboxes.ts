/** What stands on the pages of mailboxes. */
export const mailboxes = {
  saved: "Saved. The desk begins to read it within seconds; look again then.",
  changeOne: "Change {name}",
  add: "Add a mailbox",
};
