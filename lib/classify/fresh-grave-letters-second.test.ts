import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Letters of police, hotlines, rights agents and of people who were hurt or robbed, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "csam",
    "Kinderporno",
    "Via 192.0.2.7 is beeldmateriaal van seksueel kindermisbruik aangeboden.",
    "meldpunt@nl.example",
  ],
  [
    "csam",
    "Pédopornographie",
    "Signalement d'images pédopornographiques, adresse 192.0.2.7",
    "contact@pointdecontact.example",
  ],
  [
    "csam",
    "NCMEC CyberTipline",
    "CyberTip 99112233: apparent child pornography, upload IP 192.0.2.7",
    "noreply@tipline.example",
  ],
  [
    "csam",
    "Pornografía infantil",
    "Se ha detectado material de abuso sexual infantil desde 192.0.2.7",
    "linea@es.example",
  ],
  [
    "csam",
    "Детская порнография",
    "С адреса 192.0.2.7 распространяются материалы с сексуальной эксплуатацией детей.",
    "hotline@ru.example",
  ],
  [
    "csam",
    "IWF notice",
    "Self-generated indecent images of a girl assessed as category A were found at the link below (192.0.2.7).",
    "notices@foundation.example",
  ],
  [
    "csam",
    "Pedopornografia",
    "Materiale pedopornografico segnalato dall'indirizzo 192.0.2.7",
    "segnala@it.example",
  ],
  [
    "law_enforcement",
    "Preservation request",
    "Sheriff's Office, Detective Marlow. Pursuant to 18 U.S.C. 2703(f) please preserve all records for 192.0.2.7.",
    "marlow@county.example",
  ],
  [
    "law_enforcement",
    "Réquisition judiciaire",
    "Brigade de recherches, gendarmerie nationale. Agissant en vertu de l'article 77-1-1, veuillez communiquer l'identité du titulaire de 192.0.2.7.",
    "br@gendarmerie.example",
  ],
  [
    "law_enforcement",
    "Auskunftsersuchen Az. 12 Js 33/26",
    "Im Ermittlungsverfahren wegen Betruges bitte ich um Mitteilung der Bestandsdaten zu 192.0.2.7. Kriminalkommissariat 21",
    "kk21@polizei.example",
  ],
  [
    "law_enforcement",
    "Vordering",
    "Op grond van artikel 126n Sv vorder ik de gegevens van de gebruiker van 192.0.2.7. De officier van justitie",
    "om@nl.example",
  ],
  [
    "law_enforcement",
    "Solicitud de información",
    "La Guardia Civil, Unidad de Delitos Telemáticos, solicita los datos del titular de la IP 192.0.2.7 en las diligencias 44/26.",
    "udt@gc.example",
  ],
  [
    "law_enforcement",
    "Richiesta dati",
    "Polizia Postale di Milano: nell'ambito del procedimento penale 123/26 si richiede l'intestatario dell'IP 192.0.2.7.",
    "pp@it.example",
  ],
  [
    "law_enforcement",
    "Wniosek o udostępnienie danych",
    "Komenda Powiatowa Policji prosi o wskazanie abonenta adresu 192.0.2.7 w sprawie RSD 12/26.",
    "kpp@pl.example",
  ],
  [
    "law_enforcement",
    "Запрос",
    "Управление МВД просит сообщить сведения о пользователе адреса 192.0.2.7 в рамках уголовного дела.",
    "mvd@ru.example",
  ],
  [
    "law_enforcement",
    "Pedido de informações",
    "A Polícia Judiciária, no inquérito 55/26, solicita a identificação do titular do IP 192.0.2.7.",
    "pj@pt.example",
  ],
  [
    "law_enforcement",
    "Inquiry",
    "I am a constable with the regional cyber unit. In connection with a burglary we would like to know who was using 192.0.2.7 on 3 January.",
    "c.unit@region.example",
  ],
  [
    "law_enforcement",
    "Grand jury subpoena",
    "You are commanded to produce subscriber information for 192.0.2.7",
    "clerk@court.example",
  ],
  [
    "copyright",
    "Unauthorized stream",
    "Your customer rebroadcasts our football matches live from 192.0.2.7 without any rights.",
    "rights@league.example",
  ],
  [
    "copyright",
    "Nutzung unserer Fotos",
    "Auf dem Server 192.0.2.7 werden unsere Fotografien ohne Lizenz veröffentlicht.",
    "foto@agentur.example",
  ],
  [
    "copyright",
    "Ref 7781 torrent",
    "We scanned public trackers; 192.0.2.7:6999 was a seeder of our client's audiobook at 2026-01-03 10:00 GMT.",
    "agent@books.example",
  ],
  [
    "copyright",
    "Mise en demeure",
    "Votre abonné a mis à disposition un film de notre catalogue sans autorisation, adresse 192.0.2.7.",
    "avocat@cabinet.example",
  ],
  [
    "fraud",
    "Stolen parcel",
    "My credit card was charged for a phone I never bought; the shop says the buyer used 192.0.2.7.",
    "k@home.example",
  ],
  [
    "fraud",
    "Suspicious transfer",
    "On 3 January 4,200 GBP left our client's account in a session from 192.0.2.7, which she did not open.",
    "fraud@bank.example",
  ],
  [
    "fraud",
    "Fake shop",
    "The web shop at 192.0.2.7 takes money and delivers nothing.",
    "consumer@org.example",
  ],
  [
    "fraud",
    "Instagram",
    "someone logged in to my instagram from 192.0.2.7 and asks my friends for money",
    "l@home.example",
  ],
  [
    "threats",
    "Your user",
    "he wrote 'i will cut your throat' to my daughter, ip 192.0.2.7",
    "dad@home.example",
  ],
  [
    "threats",
    "Blackmail",
    "The company got a demand for 50,000 EUR or customer data will be published. Sent via 192.0.2.7",
    "ciso@firm.example",
  ],
  [
    "threats",
    "Bedrohung",
    "Ein Unbekannter schreibt mir, dass er mich finden wird. Ich habe Angst.",
    "e@home.example",
  ],
  [
    "threats",
    "Harcèlement",
    "Un individu me harcèle tous les jours via votre serveur.",
    "v@home.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
