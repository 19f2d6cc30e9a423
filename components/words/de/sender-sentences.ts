/** What is refused about whose word about senders counts; part of `sentences`. */
export const senderSentences: Record<string, string> = {
  "Its sender is forged.": "Sein Absender ist gefälscht.",
  "Name at most {most} mail servers.": "Nennen Sie höchstens {most} Mailserver.",
  '"{wrong}" is no mail server such as mx.isp.example.':
    "„{wrong}“ ist kein Mailserver wie mx.isp.example.",
  "Say also which name your mail server gives itself in its results.":
    "Sagen Sie auch, wie Ihr Mailserver seine Ergebnisse zeichnet.",
  "Name at most {most} resolvers.": "Nennen Sie höchstens {most} Resolver.",
  '"{bad}" is no resolver such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53.':
    "„{bad}“ ist kein Resolver wie 192.0.2.53, 192.0.2.53:5353 oder [2001:db8::53]:53.",
  "change how senders are checked": "ändern, wie Absender geprüft werden",
};
