/** What is refused about where alerts go; part of `sentences`. */
export const alertSentences: Record<string, string> = {
  "Tick at least one thing to be told of.": "Kreuzen Sie mindestens einen Anlass an.",
  '"{proxy}" is no SOCKS5 proxy such as 127.0.0.1:9050.':
    "„{proxy}“ ist kein SOCKS5-Proxy wie 127.0.0.1:9050.",
  "Choose the mailbox that sends the alerts.": "Wählen Sie das Postfach, das die Alarme sendet.",
  '"{typed}" is no web address such as https://ntfy.sh/topic.':
    "„{typed}“ ist keine Web-Adresse wie https://ntfy.sh/topic.",
  "An ntfy address ends with one topic: https://ntfy.sh/topic.":
    "Eine ntfy-Adresse endet mit einem Thema: https://ntfy.sh/topic.",
  "The test did not arrive. {problem}": "Der Test kam nicht an. {problem}",
  "The desk reads that mailbox itself: name an address that a person reads.":
    "Dieses Postfach liest das Desk selbst: Nennen Sie eine Adresse, die ein Mensch liest.",
  "change where alerts go": "ändern, wohin Alarme gehen",
};
