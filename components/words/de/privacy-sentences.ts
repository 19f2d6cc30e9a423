/** What is refused about holds, retention and one person's data; part of `sentences`. */
export const privacySentences: Record<string, string> = {
  // Holds.
  "Say in a few words why this case is kept.":
    "Sagen Sie in ein paar Worten, warum dieser Fall bleiben muss.",
  "This case is held already.": "Dieser Fall ist schon festgehalten.",
  "This case is not held.": "Dieser Fall ist nicht festgehalten.",
  "A period is a whole number of days from {min} to {max}, or empty for ever.":
    "Eine Frist ist eine ganze Zahl von Tagen von {min} bis {max}, oder leer für immer.",
  "The mails of a class cannot be kept longer than its record. Give the record as many days, or leave it empty.":
    "Die Mails einer Klasse können nicht länger bleiben als ihr Vorgang. Geben Sie dem Vorgang ebenso viele Tage, oder lassen Sie ihn leer.",
  "decide how long things are kept": "entscheiden, wie lange etwas bleibt",
  "Type one mail address or one IP address; further words have at least four characters each.":
    "Geben Sie eine Mailadresse oder eine IP-Adresse ein; weitere Wörter haben je mindestens vier Zeichen.",
  "look up a person's data": "die Daten einer Person nachschlagen",
  "hand out a person's data": "die Daten einer Person aushändigen",
  "redact a person's data": "die Daten einer Person schwärzen",
  "hold cases": "Fälle festhalten",
  "release holds": "das Festhalten aufheben",
};
