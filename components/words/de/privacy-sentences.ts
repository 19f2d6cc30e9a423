/** What is refused about holds, retention and one person's data; part of `sentences`. */
export const privacySentences: Record<string, string> = {
  // Holds.
  "Say in a few words why this case is kept.":
    "Sagen Sie in ein paar Worten, warum dieser Fall bleiben muss.",
  "This case is held already.": "Dieser Fall ist schon festgehalten.",
  "This case is not held.": "Dieser Fall ist nicht festgehalten.",
  "hold cases": "Fälle festhalten",
  "release holds": "das Festhalten aufheben",
};
