/** Where an owner says how the desk calls its people. */
export const alerts = {
  title: "Alerts",
  where: "Where alerts go",
  about:
    "The desk can call you when mail does not come in or something needs you soon. An alert is one of two fixed sentences: no name, no count, nothing of a case. A letter from the police and a near deadline sound alike.",
  none: "Nobody is called yet.",
  kinds: { mail: "E-mail", ntfy: "ntfy", webhook: "Webhook" },
  add: { mail: "Add: e-mail", ntfy: "Add: ntfy", webhook: "Add: webhook" },
  saved: {
    channel: "Saved. Send a test to see that it arrives.",
    tested: "The test was taken. Look whether it arrived.",
  },
  sent: "Last sent {when}.",
  neverSent: "Nothing sent yet.",
  off: "Switched off.",
  problem: "Problem: {lastProblem}",
  test: "Send a test",
  remove: "Remove",
  change: "Change",
  form: {
    address: "E-mail address",
    addressHint: "Of a person, not one of the mailboxes the desk reads.",
    from: "Sent from the mailbox",
    noMailbox: "Add a mailbox first: alerts are sent from one.",
    topic: "Address of the topic",
    topicHint:
      "https://ntfy.sh/topic, or your own server. Whoever knows it can read along: choose a name nobody guesses.",
    url: "Address",
    urlHint:
      "It gets a POST with JSON. An address inside your network must stand in ALLOWED_INTERNAL.",
    token: "Access token",
    secret: "Secret it is signed with",
    secretHint: "May stay empty. Kept sealed.",
    keeps: "Empty leaves the one there is.",
    proxy: "SOCKS5 proxy",
    proxyHint: "127.0.0.1:9050 sends through your own tor. May stay empty.",
    intake: "Mail does not come in, or cannot be read",
    due: "Something needs a person: a deadline in four hours, a sealed case, a letter that failed",
    enabled: "Switched on",
    add: "Add",
    save: "Save",
  },
};
