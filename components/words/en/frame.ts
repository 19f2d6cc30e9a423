/** What stands on the pages of frame. */
export const frame = {
  skip: "Skip to content",
  main: "Main",
  overdue: "overdue by {left}",
  left: "{left} left",
  minutes: "{count} min",
  days: "{count} days",
  notFoundTitle: "There is no such page, or you may not see it",
  checkAddress: "Check the address. {link}",
  backToQueue: "Back to the queue",
};
