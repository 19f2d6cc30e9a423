/** What stands on the pages of failure. */
export const failure = {
  title: "This page could not be shown",
  text: "Nothing was changed or lost. Reload the page; if it stays like this, look at the desk's output{incident}.",
  incident: " for incident {digest}",
  back: "Back to the queue",
};
