import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Letters of police, hotlines, rights agents and of people who were hurt or robbed, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "copyright",
    "Notice of Unauthorised Distribution ID 88123",
    "We represent the producers of the film Grey Harbour. A peer at 192.0.2.7:51413 was observed in a swarm offering the file Grey.Harbour.2025.1080p.mkv on 2026-01-03 11:20:05 UTC. Kindly make the account holder stop.",
    "antipiracy@rightswatch.example",
  ],
  [
    "copyright",
    "Infringement claim - case 5561",
    "Protocol: BitTorrent\nIP: 192.0.2.7\nPort: 6881\nTitle: The Long Road S01E03\nInfohash: aa11bb22\nDetected: 2026-02-03T04:05:06Z",
    "notices@agent.example",
  ],
  [
    "copyright",
    "Abmahnung wegen Filesharing",
    "Namens unserer Mandantin, der Rechteinhaberin am Film Nordlicht, fordern wir Sie auf, eine Unterlassungserklärung abzugeben und 915 EUR zu zahlen.",
    "kanzlei@recht.example",
  ],
  [
    "copyright",
    "Violación de derechos de autor",
    "El usuario de la IP 192.0.2.7 ha compartido una obra protegida mediante redes P2P. Solicitamos que cese.",
    "avisos@derechos.example",
  ],
  [
    "copyright",
    "Takedown request",
    "The page http://192.0.2.7/movies/ offers our series without a licence. We own the exclusive rights. Remove it.",
    "legal@studio.example",
  ],
  [
    "copyright",
    "Inbreuk op auteursrecht",
    "Via uw netwerk is een boek van onze uitgeverij zonder toestemming verspreid. IP: 192.0.2.7",
    "rechten@uitgever.example",
  ],
  [
    "copyright",
    "Third notice of repeat infringer",
    "Your subscriber at 192.0.2.7 keeps sharing our sound recordings using uTorrent 3.5. Song: Blue Door.",
    "music@label.example",
  ],
  [
    "copyright",
    "Unlicensed software use",
    "A cracked copy of our CAD program was activated from 192.0.2.7. Our compliance department asks you to contact us about a licence.",
    "compliance@cad.example",
  ],
  [
    "copyright",
    "Violazione del diritto d'autore",
    "Segnaliamo la condivisione abusiva di opere musicali dall'indirizzo 192.0.2.7.",
    "tutela@musica.example",
  ],
  [
    "fraud",
    "Fraudulent orders",
    "Three orders with stolen credit cards were placed from 192.0.2.7.",
    "shop@store.example",
  ],
  [
    "fraud",
    "Unauthorised access to an account",
    "One of our customers lost 3,000 EUR after her account was entered from 192.0.2.7.",
    "fraud@bank.example",
  ],
  [
    "fraud",
    "Card testing",
    "192.0.2.7 ran 500 small payments through our donation page.",
    "donate@charity.example",
  ],
  [
    "fraud",
    "Romance scam",
    "A man who cheats women out of money writes from 192.0.2.7.",
    "help@scamaid.example",
  ],
  [
    "fraud",
    "Betrug",
    "Über Ihre IP 192.0.2.7 wurde auf den Namen meiner Mutter Ware bestellt.",
    "k@home.example",
  ],
  [
    "fraud",
    "Account hijacked",
    "My webmail was accessed from your IP 192.0.2.7 and the thief tried to reset my PayPal password.",
    "me@home.example",
  ],
  [
    "fraud",
    "Fraude",
    "Une transaction frauduleuse a été faite avec la carte d'un client depuis 192.0.2.7.",
    "fraude@banque.example",
  ],
  [
    "fraud",
    "Chargeback evidence",
    "Order 5512, IP 192.0.2.7, the cardholder denies the payment.",
    "risk@pay.example",
  ],
  [
    "fraud",
    "Identity theft",
    "Somebody opened a loan in my name; the application came from 192.0.2.7",
    "jane@home.example",
  ],
  [
    "threats",
    "He will not stop",
    "Someone writes to me from this address that he knows where I live and will come.",
    "anna@home.example",
  ],
  [
    "threats",
    "Bomb threat to school",
    "We got a mail saying a bomb is in the building. It came through 192.0.2.7.",
    "head@school.example",
  ],
  [
    "threats",
    "Extortion",
    "Pay 2 bitcoin or we encrypt all: this ransom note came from 192.0.2.7",
    "ceo@firm.example",
  ],
  [
    "threats",
    "Morddrohung",
    "Von Ihrer IP erhielt unsere Mitarbeiterin eine Morddrohung.",
    "hr@firma.example",
  ],
  [
    "threats",
    "Stalking",
    "My ex-husband uses your service to send me hundreds of messages. I am scared.",
    "m@home.example",
  ],
  ["threats", "Menaces", "Je reçois des menaces de mort depuis 192.0.2.7", "c@fr.example"],
  [
    "threats",
    "Urgent",
    "He says he will kill himself and his children tonight. Posted on our forum from 192.0.2.7.",
    "mod@forum.example",
  ],
  [
    "threats",
    "Doxing",
    "My home address and pictures of my kids' school were posted by a user of 192.0.2.7 together with calls to visit me.",
    "p@home.example",
  ],
  [
    "threats",
    "Hate messages",
    "The mosque gets messages wishing us dead, all via 192.0.2.7.",
    "office@mosque.example",
  ],
  [
    "csam",
    "INHOPE report 2026-112",
    "A URL with child sexual abuse material was reported to our hotline. Host: 192.0.2.7. Please act under your national law.",
    "report@hotline.example",
  ],
  [
    "csam",
    "Illegal content",
    "We found pictures of sexual abuse of minors uploaded from 192.0.2.7.",
    "trust@upload.example",
  ],
  [
    "csam",
    "Kinderpornografie",
    "Über 192.0.2.7 wurden Missbrauchsdarstellungen von Kindern verbreitet.",
    "hinweis@beschwerdestelle.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
