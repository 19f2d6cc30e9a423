/** Who a mail is from, as far as anything proves it: on the page of a case, and where an owner says whose word counts. */
export const senders = {
  title: "Who mail is from",
  standings: {
    authenticated: "domain authenticated",
    unproven: "not authenticated",
    forged: "forged",
    unchecked: "not checked",
  },
  says: {
    authenticated:
      "{domain} let this mail be sent. That proves the domain, not the person who wrote it.",
    unproven: "Nothing proves that this mail is from {domain}.",
    forged: "By the rule {domain} itself publishes, this mail is not from it.",
    nobody: "Nothing proves who this mail is from.",
  },
  unchecked: {
    off: "This desk does not check senders; an owner switches it on under Settings.",
    waiting: "Its name servers are being asked.",
    "no-word": "Your mail server wrote no result on it.",
    sealed:
      "Nobody outside is asked about a sealed case, and your mail server wrote no result on it.",
    archive: "It is old mail: the keys it was signed with may be gone.",
    form: "Somebody filled in the public form; nobody knows who.",
    "too-large": "It is too large to be verified.",
    "no-answer": "The name servers of its domain did not answer.",
    before: "It came before this desk checked senders.",
  },
  doubts: {
    "no-from": "It names no sender.",
    "several-from": "It has several From lines; programs show different ones.",
    "odd-from": "Its From line is broken in a way that programs read differently.",
    "not-plain": "Its From line holds more, or something else, than one plain address.",
    "name-address": "The name before its address shows another address.",
    "hidden-characters": "The name before its address holds characters that are not shown.",
    "sender-differs": "It also names a sender at another domain.",
    "odd-signature": "Its signature names a domain that cannot be one.",
    "not-shown": "The address shown here is not the one its From line holds.",
  },
  open: "Name servers are being asked; reload this page in a minute.",
  restsOn: "What it rests on",
  byServer: "Found by your mail server {server} when the mail came, {when}.",
  byDesk: "Found by this desk in the records of the domains, {when}.",
  policy: "{domain} asks others to do this with mail that is not from it: {policy}",
  noSpf: "Over which connection it came is not known here, so SPF could not be asked about.",
  providerUnproven:
    "It has the form of a notice of {provider}, but nothing proves that {provider} sent it. Act on nothing it asks for before you have asked them in a way you know.",
  providerOther:
    "It calls itself {provider}. What is proven is {domain}, and this desk does not know that domain as theirs.",
  forgedAnswer:
    "By the rule {domain} itself publishes this mail is forged: an answer goes to somebody who did not write it.",
  noRules:
    "Rules that send do nothing yet: this desk has no way to check who mail is from. An owner says how under {link}.",
  authorityUnproven:
    "It says that it is from an authority, and nothing proves it. Call them back by a number you find yourself, never by one in the mail.",
  authorityProven:
    "An authentic domain is no proof of an order: mailboxes of real officers have been broken into. Call them back by a number you find yourself.",
  settings: {
    saved: "Saved. It holds for mail that comes from now on.",
    about:
      "Anybody can write any sender into a mail. The desk can find out whether the sender's domain let it be sent, in two ways; both may be on. Without either it says so beside each sender, and no rule sends letters by itself.",
    serverTitle: "What your own mail server found",
    serverText:
      "Most mail servers check each mail when it comes and write an Authentication-Results line on top. Here you say which of these lines are your server's: all others are written by strangers and are never believed.",
    names: "How your mail server signs its results",
    namesHint:
      "The first word after Authentication-Results: in a mail you got, such as mx.isp.example. Several are separated by spaces. Empty: no such line is believed.",
    hosts: "How it calls itself in Received lines",
    hostsHint:
      "The word after “by” in the Received line of the server that takes mail from outside, such as mx.isp.example or *.isp.example. Empty: the same as above. Only name a server that notes each client's own IP there.",
    beneath:
      "It writes its result beneath its own Received line, and takes away lines that others write in its name (Gmail and many Postfix servers do). Without this, only what stands above that line is believed.",
    webhook: "Mail posted to the webhook came through these servers too",
    dnsTitle: "What the desk finds by itself",
    dnsText:
      "The desk looks for the keys and rules of the sender's domain and verifies the mail's signature. Whoever runs those name servers, and your resolver, can see that somebody here got a mail from that domain. Nothing is asked about sealed cases or old mail, and no mail waits for an answer.",
    isDnsOn: "Look for keys and rules of senders' domains",
    servers: "Resolvers to ask",
    serversHint:
      "Such as 192.0.2.53 or [2001:db8::53]:53, separated by spaces. Empty: the one this machine uses.",
    save: "Save",
  },
};
