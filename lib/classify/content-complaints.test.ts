import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

type Case = [type: ComplaintType, subject: string, body: string];

const WORKS: Case[] = [
  [
    "copyright",
    "Notice of claimed infringement",
    "We represent the owner of the film Blue Larch. Your user at 192.0.2.7 port 51413 offered it by BitTorrent without permission. Under penalty of perjury ...",
  ],
  [
    "copyright",
    "Urheberrechtsverletzung",
    "Sehr geehrte Damen und Herren, über Ihren Anschluss 192.0.2.7 wurde das Werk unserer Mandantin in einer Tauschbörse angeboten. Abmahnung anbei.",
  ],
  [
    "copyright",
    "Atteinte au droit d'auteur",
    "Madame, Monsieur, votre abonné à l'adresse 192.0.2.7 a mis à disposition une œuvre sans autorisation (contrefaçon).",
  ],
  [
    "copyright",
    "Auteursrecht",
    "Geachte heer, via uw adres 192.0.2.7 wordt inbreuk gemaakt op het auteursrecht van onze cliënt.",
  ],
  [
    "copyright",
    "Infracción de derechos de autor",
    "Desde su dirección 192.0.2.7 se comparte una obra protegida por derechos de autor.",
  ],
  [
    "copyright",
    "Violazione del diritto d'autore",
    "Dal vostro indirizzo 192.0.2.7 è stata diffusa un'opera protetta dal diritto d'autore.",
  ],
  [
    "copyright",
    "Нарушение авторских прав",
    "С адреса 192.0.2.7 вашей сети распространяется фильм с нарушением авторских прав.",
  ],
  [
    "copyright",
    "Illegal live stream",
    "An illegal stream of our football match is hosted on your server 192.0.2.7. We own the exclusive rights and ask you to disable it.",
  ],
];

const HARM: Case[] = [
  [
    "phishing_malware",
    "Phishing site on 192.0.2.7",
    "A phishing page that copies our bank is hosted at hxxp://login.bank[.]example/ on your server. Please take it down.",
  ],
  [
    "phishing_malware",
    "Malware distribution",
    "Your host 192.0.2.7 serves malware at hxxp://192.0.2.7/a.exe",
  ],
  [
    "phishing_malware",
    "Botnet drone report",
    "The hosts below connected to our sinkhole and are infected with Mirai: 192.0.2.7",
  ],
  [
    "phishing_malware",
    "Open resolver",
    "192.0.2.7 in your network runs an openly accessible DNS resolver (open resolver) which can be misused. Please secure it.",
  ],
  [
    "phishing_malware",
    "Verwundbarer Dienst",
    "Sehr geehrte Damen und Herren, unter 192.0.2.7 in Ihrem Netz ist eine verwundbare Software erreichbar. Die Schwachstelle wird ausgenutzt.",
  ],
  [
    "phishing_malware",
    "Hameçonnage",
    "Un site d'hameçonnage visant nos clients est hébergé sur votre serveur 192.0.2.7.",
  ],
  [
    "phishing_malware",
    "Фишинг",
    "На вашем сервере 192.0.2.7 размещён фишинговый сайт нашего банка. Просим удалить.",
  ],
  [
    "phishing_malware",
    "C2 server",
    "192.0.2.7 has been confirmed as a command and control server over IRC of a botnet; bots join #x on port 6667.",
  ],
  [
    "fraud",
    "Fake shop",
    "The fake shop hxxps://cheap-boots[.]example/ on your server 192.0.2.7 takes money and sends nothing. It is fraud.",
  ],
  [
    "fraud",
    "Stolen credit card used from 192.0.2.7",
    "An order in our shop was placed from your IP with a stolen credit card. Please help us to stop this fraud.",
  ],
  [
    "fraud",
    "Betrug",
    "Von der IP 192.0.2.7 wurde mit einer gestohlenen Kreditkarte bestellt. Das ist Betrug; bitte nennen Sie uns den Ansprechpartner.",
  ],
  [
    "fraud",
    "Mijn account is gehackt",
    "Er is oplichting gepleegd vanaf uw adres 192.0.2.7; mijn rekening is leeggehaald. Fraude dus.",
  ],
  ["fraud", "Estafa", "Desde su IP 192.0.2.7 se cometió una estafa con suplantación de identidad."],
];

const MAIL: Case[] = [
  [
    "spam_email",
    "Spam from 192.0.2.7",
    "We received unsolicited commercial e-mail from your server 192.0.2.7. Please stop your customer.",
  ],
  [
    "spam_email",
    "Spam-Mails von Ihrem Server",
    "Sehr geehrte Damen und Herren, wir erhalten Spam-Mails von Ihrer IP 192.0.2.7. Bitte stellen Sie das ab.",
  ],
  [
    "spam_email",
    "Pourriel",
    "Nous recevons du courrier indésirable depuis votre serveur 192.0.2.7.",
  ],
  [
    "spam_email",
    "Ongewenste e-mail",
    "Wij ontvangen ongewenste e-mail van uw server 192.0.2.7. Gelieve dit te stoppen.",
  ],
  ["spam_email", "Correo no deseado", "Recibimos correo no deseado desde su servidor 192.0.2.7."],
  ["spam_email", "Спам", "С вашего сервера 192.0.2.7 приходит спам. Просим принять меры."],
  [
    "spam_email",
    "Fwd: You won",
    "Stop this.\n\nReturn-Path: <a@b.example>\nReceived: from h.example (192.0.2.7) by mx.example with ESMTP\nSubject: You won\n\nClick here to claim your phishing prize",
  ],
  ["spam_web", "Comment spam", "Your IP 192.0.2.7 posts comment spam on our blog every minute."],
  [
    "spam_web",
    "Forum-Spam",
    "Von 192.0.2.7 wird unser Forum zugespammt, dazu Massenregistrierungen: Forum-Spam über das Formular.",
  ],
  [
    "spam_web",
    "Contact form abuse",
    "Somebody from your network (192.0.2.7) sends advertisements through our contact form; please stop this form spam.",
  ],
  ["spam_web", "Wiki", "Your address 192.0.2.7 is spamming our wiki with links."],
  [
    "irc",
    "K-line for 192.0.2.7",
    "Your host was k-lined on our IRC network for clone flooding. 40 clones joined #chat on irc.example.net:6667.",
  ],
  [
    "irc",
    "Abuse on irc.example.net",
    "A user behind 192.0.2.7 floods channels and nickserv with bots. We set a G-line; please stop your customer.",
  ],
  [
    "irc",
    "Spambots",
    "[20:16] * spamfilter matched bot!x@192.0.2.7 PRIVMSG #help: buy now\nThe ircd of our network reports this abuse from your address.",
  ],
  [
    "irc",
    "Listed in DroneBL",
    "Clones from your host 192.0.2.7 attack our IRC channels, so we akilled it.",
  ],
];

const LISTS: Case[] = [
  [
    "blocklist_notice",
    "192.0.2.7 added to example blocklist",
    "The address was listed in our DNSBL on 3 February. You may request delisting at https://list.example/.",
  ],
  [
    "blocklist_notice",
    "SBL Notify: 192.0.2.7 added to the Spamhaus Block List",
    "For your information: the address named here now stands on our list. You may ask for its removal.",
  ],
  [
    "blocklist_notice",
    "Ihre IP steht auf einer Blacklist",
    "Die Adresse 192.0.2.7 wurde auf eine Blacklist gesetzt (RBL). Bitte beantragen Sie das Delisting.",
  ],
  [
    "blocklist_notice",
    "Blacklist monitor report",
    "Your monitored address 192.0.2.7 is blacklisted on two lists: a.example, b.example.",
  ],
  [
    "block_request",
    "How can we block Tor?",
    "Dear operator, we would like to block Tor exit nodes from our shop. Is there a list of your exits?",
  ],
  [
    "block_request",
    "Please exclude our network",
    "Could you add 203.0.113.0/24 to your exit policy, so that your Tor exit no longer connects to us?",
  ],
  [
    "block_request",
    "Tor blockieren",
    "Guten Tag, wie können wir Tor in unserem Forum blockieren? Gibt es eine Liste der Exits?",
  ],
  ["block_request", "Bloquer Tor", "Bonjour, comment bloquer tous les nœuds Tor sur notre site ?"],
];

test.each([...WORKS, ...HARM, ...MAIL, ...LISTS])("%s: %s", (type, subject, body) => {
  const found = classified({ subject, body });
  expect(found.type, found.reasons.join(" ")).toBe(type);
  expect(found.isComplaint).toBe(true);
});

test("spam returned by a feedback loop stays spam whatever it sells", () => {
  const found = classified({
    subject: "FW: Your account",
    body: "This is an email abuse report for an email message received from IP 192.0.2.7",
    parts: [
      {
        contentType: "message/feedback-report",
        text: "Feedback-Type: abuse\nSource-IP: 192.0.2.7",
      },
      { contentType: "message/rfc822" },
    ],
    complaint: {
      format: "arf",
      evidenceText: "phishing malware copyright infringement child sexual abuse police subpoena",
    },
  });
  expect(found.type).toBe("spam_email");
});
