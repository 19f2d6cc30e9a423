import { expect, test } from "vitest";
import { classified, type Mail } from "../testing/classified.ts";

const POLICE: [string, Mail][] = [
  [
    "a detective asks for the subscriber",
    {
      subject: "Request",
      from: "j.miller@pd.city.example",
      body: "I am a detective with the Springfield Police Department investigating a burglary. Please provide the subscriber information for 192.0.2.7 on 3 February 2026, 04:05 UTC.",
    },
  ],
  [
    "German police, data request",
    {
      subject: "Auskunftsersuchen, Az. 500 UJs 12/26",
      from: "kk11@polizei.nrw.de",
      body: "Sehr geehrte Damen und Herren, in einem Ermittlungsverfahren wegen Betruges bitten wir um Mitteilung der Bestandsdaten zur IP 192.0.2.7.",
    },
  ],
  [
    "German police from a plain address",
    {
      subject: "Ermittlungsverfahren",
      from: "dienststelle@mail.example",
      body: "Hier ermittelt die Kriminalpolizei. In dem Strafverfahren wird um die Personalien des Nutzers der IP 192.0.2.7 gebeten. Kriminalhauptkommissar Beispiel",
    },
  ],
  [
    "German prosecutor",
    {
      subject: "Staatsanwaltschaft Musterstadt 120 Js 1/26",
      body: "In dem Strafverfahren gegen Unbekannt werden Sie ersucht, die Daten zur Adresse 192.0.2.7 nach § 100j StPO herauszugeben.",
    },
  ],
  [
    "a court's order in German",
    {
      subject: "Beschluss",
      body: "Auf Beschluss des Amtsgerichts Musterstadt wird die Herausgabe der Verkehrsdaten zur IP 192.0.2.7 angeordnet. Strafverfahren wegen Nachstellung.",
    },
  ],
  [
    "French requisition",
    {
      subject: "Réquisition judiciaire",
      body: "Officier de police judiciaire, agissant en enquête préliminaire, vous requiert au titre de l'article 77-1-1 de communiquer l'identification du titulaire de l'adresse 192.0.2.7.",
    },
  ],
  [
    "Dutch demand",
    {
      subject: "Vordering verstrekking gegevens",
      body: "De officier van justitie vordert in een opsporingsonderzoek de naw-gegevens van de gebruiker van 192.0.2.7 (artikel 126n). Politie Eenheid Oost.",
    },
  ],
  [
    "Spanish police",
    {
      subject: "Requerimiento",
      body: "La Policía Nacional, en el marco de diligencias previas del Juzgado de Instrucción, solicita los datos del titular de la IP 192.0.2.7.",
    },
  ],
  [
    "Italian police",
    {
      subject: "Richiesta dati",
      body: "La Polizia Postale, su delega della Procura della Repubblica, nell'ambito di un procedimento penale chiede i dati dell'intestatario dell'IP 192.0.2.7.",
    },
  ],
  [
    "Portuguese police",
    {
      subject: "Ofício 12/2026",
      body: "A Polícia Federal, no inquérito policial 7/2026, solicita os dados cadastrais do usuário do IP 192.0.2.7.",
    },
  ],
  [
    "Russian police",
    {
      subject: "Запрос",
      body: "В связи с расследованием уголовного дела прошу предоставить данные о владельце адреса 192.0.2.7. Следователь отдела полиции.",
    },
  ],
  [
    "Polish prosecutor",
    {
      subject: "Postanowienie",
      body: "Prokuratura Rejonowa w sprawie karnej żąda danych abonenta adresu 192.0.2.7; śledztwo prowadzi Policja.",
    },
  ],
  [
    "US subpoena",
    {
      subject: "Grand jury subpoena",
      body: "Attached please find a subpoena issued by the United States District Court. Do not notify the subscriber.",
    },
  ],
  [
    "preservation under the statute",
    {
      subject: "Preservation request",
      body: "Pursuant to 18 U.S.C. § 2703(f) please preserve all records of 192.0.2.7 for 90 days.",
    },
  ],
  [
    "search warrant",
    {
      subject: "Warrant",
      body: "Enclosed is a search warrant signed by the magistrate concerning your server 192.0.2.7.",
    },
  ],
  [
    "a state register",
    {
      subject: "Roskomnadzor is informing",
      body: "In accordance with the federal law of the Russian Federation the page is in the unified register; the hosting provider must restrict access.",
    },
  ],
  [
    "a ministry",
    {
      subject: "Illegal information",
      body: "We are the network police bureau of the interior ministry. The pages named here break article 12 of our criminal code; have them taken down.",
    },
  ],
  [
    "through a hoster",
    {
      subject: "[Ticket 4711] Law enforcement request",
      body: "Dear customer, we received the attached request about your server.\n\n---- Original ----\nI am an officer of the State Police. We are conducting a criminal investigation and need the subscriber information for 192.0.2.7.",
    },
  ],
  [
    "through a contact form",
    {
      subject: "New message",
      body: "Company: State Police\nMessage: I want to serve a subpoena on your business. Where do I send it?",
    },
  ],
];

test.each(POLICE)("law enforcement is never missed: %s", (_name, mail) => {
  const found = classified(mail);
  expect(found.type, found.reasons.join(" ")).toBe("law_enforcement");
});

const NOT_POLICE: [string, string, Mail][] = [
  [
    "private preservation language",
    "copyright",
    {
      subject: "Notice of claimed infringement",
      body: "Under penalty of perjury we state that we act for the copyright owner. You should not destroy any evidence which may be relevant in a lawsuit relating to the infringement. IP 192.0.2.7, BitTorrent.",
    },
  ],
  [
    "a private lawyer who threatens with subpoena",
    "copyright",
    {
      subject: "Copyright infringement 192.0.2.7",
      body: "We own the exclusive rights in the film. If you do not answer we may seek a subpoena under the DMCA to learn who the user is.",
    },
  ],
  [
    "a national CERT",
    "phishing_malware",
    {
      subject: "[CERT] infected hosts",
      from: "reports@cert.gov.example",
      body: "The national CERT, a government agency, informs you of hosts infected with malware in your network: 192.0.2.7. Timestamps in UTC.",
    },
  ],
  [
    "a victim who went to the police",
    "fraud",
    {
      subject: "Fraud",
      body: "Someone at your IP 192.0.2.7 used my stolen credit card. I reported this to the police, case number 12/2026.",
    },
  ],
  [
    "an angry admin who will call the FBI",
    "bruteforce",
    {
      subject: "Break-in attempts",
      body: "Your IP 192.0.2.7 tries to log in to my server. I will report you to the FBI if the brute force attack goes on.",
    },
  ],
  [
    "a hoster that quotes its terms on the police",
    "isp_notice",
    {
      subject: "[Ticket 4711] Complaint about your server",
      body: "Dear customer, we have received a complaint about your server 192.0.2.7 (port scan). Under our terms of service your account will be suspended within 24 hours and, where the law says so, forwarded to law enforcement.",
    },
  ],
  [
    "a bank that works with the police",
    "phishing_malware",
    {
      subject: "Phishing site",
      body: "Phishing of our bank is hosted on your server 192.0.2.7. We work closely with the police.",
    },
  ],
  [
    "a hotline that works with the police",
    "csam",
    {
      subject: "Report of child sexual abuse material",
      body: "The hotline, in partnership with the Federal Criminal Police Office, reports child sexual abuse material at hxxp://192.0.2.7/x. Please remove it.",
    },
  ],
];

test.each(NOT_POLICE)("no law enforcement: %s", (_name, type, mail) => {
  const found = classified(mail);
  expect(found.type, found.reasons.join(" ")).toBe(type);
});

const CHILDREN: [string, string, string][] = [
  [
    "English",
    "CSAM report",
    "The URL below depicts children in sexual poses; it is child sexual abuse material: hxxp://x.example/",
  ],
  [
    "German",
    "Kinderpornographie",
    "Sehr geehrte Damen und Herren, unter hxxp://x.example/ ist Kinderpornographie abrufbar.",
  ],
  [
    "French",
    "Contenu illicite",
    "Ce site diffuse des images pédopornographiques : hxxp://x.example/",
  ],
  ["Dutch", "Melding", "Op hxxp://x.example/ staat beeldmateriaal van seksueel kindermisbruik."],
  ["Spanish", "Denuncia", "En hxxp://x.example/ se aloja pornografía infantil."],
  ["Russian", "Жалоба", "По адресу hxxp://x.example/ размещена детская порнография."],
];

test.each(CHILDREN)("pictures of abuse are recognised in %s", (_language, subject, body) => {
  expect(classified({ subject, body }).type).toBe("csam");
});

const HURT: [string, string, string][] = [
  [
    "a death threat",
    "Threat",
    "A person behind your IP 192.0.2.7 threatened to kill me in a chat. I am afraid. Please help.",
  ],
  [
    "a bomb threat",
    "Bomb threat against our school",
    "Our school got a bomb threat through a web form; the sender's address is 192.0.2.7.",
  ],
  [
    "doxing",
    "Doxing",
    "My home address and telephone number were published; the post came from 192.0.2.7. This is doxing.",
  ],
  [
    "harassment",
    "Harassment",
    "I am being harassed every night by somebody who uses your address 192.0.2.7.",
  ],
  [
    "blackmail",
    "Blackmail",
    "A user of your address 192.0.2.7 is blackmailing our daughter with intimate pictures.",
  ],
  ["German", "Morddrohung", "Von Ihrer IP 192.0.2.7 kam eine Morddrohung gegen meine Familie."],
  ["French", "Menaces de mort", "J'ai reçu des menaces de mort depuis votre adresse 192.0.2.7."],
  [
    "Dutch",
    "Bedreiging",
    "Ik word met de dood bedreigd: doodsbedreiging vanaf uw adres 192.0.2.7.",
  ],
  ["Spanish", "Amenazas", "He recibido amenazas de muerte desde su IP 192.0.2.7."],
  ["Italian", "Minacce", "Ho ricevuto minacce di morte dal vostro indirizzo 192.0.2.7."],
  ["Russian", "Угрозы", "С вашего адреса 192.0.2.7 поступают угрозы убийства."],
];

test.each(HURT)("hurt people are heard: %s", (_name, subject, body) => {
  expect(classified({ subject, body }).type).toBe("threats");
});

test("a provider's wrapper never hides csam or the police", () => {
  const body =
    "Dear customer, we have received a complaint about your server. Your service will be suspended within 24 hours.\n\nReport: child sexual abuse material at hxxp://192.0.2.7/";
  const found = classified({ subject: "[Ticket 1] Complaint about your server", body });
  expect(found.type).toBe("csam");
});

test.each([
  ["csam", "child sexual abuse material was reported at hxxp://192.0.2.7/, please remove it"],
  [
    "law_enforcement",
    "I am a police officer; this is a subpoena issued by the court for subscriber data",
  ],
])("thanks at the end do not make %s harmless", (type, body) => {
  const thanks = "Thank you for your reply. This ticket was created automatically.";
  expect(classified({ subject: "Report", body: `${body}\n${thanks}` }).type).toBe(type);
});
