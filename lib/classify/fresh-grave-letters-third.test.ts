import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Letters of police, hotlines, rights agents and of people who were hurt or robbed, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "threats",
    "Shooting announced",
    "A message on our board from 192.0.2.7 announces a shooting at Hill School tomorrow.",
    "mod@board.example",
  ],
  [
    "csam",
    "Report",
    "A user of our chat sent a naked picture of a 10 year old, from 192.0.2.7",
    "safety@chat.example",
  ],
  [
    "csam",
    "Hotline notice 8812",
    "Content: CSAM, prepubescent. URL and IP 192.0.2.7 below. Please remove and preserve.",
    "hotline@inhope.example",
  ],
  [
    "csam",
    "Materiał CSAM",
    "Zgłoszenie treści przedstawiających seksualne wykorzystywanie dzieci, adres 192.0.2.7",
    "zgloszenia@pl.example",
  ],
  [
    "csam",
    "Abuso de menores",
    "Denunciamos imágenes de abuso de menores compartidas desde 192.0.2.7",
    "linea@es.example",
  ],
  [
    "law_enforcement",
    "Identification request",
    "Metropolitan Police, Economic Crime. Please confirm who was allocated 192.0.2.7 on 3 January at 10:00.",
    "dc@met.example",
  ],
  [
    "law_enforcement",
    "Anfrage",
    "Polizeiinspektion Süd, KHK Weber. Wir benötigen die Anschlussinhaberdaten zur IP 192.0.2.7 wegen Computerbetrugs.",
    "weber@pi.example",
  ],
  [
    "law_enforcement",
    "Demande",
    "Le service de police judiciaire souhaite connaître l'utilisateur de 192.0.2.7 dans le cadre d'une enquête.",
    "pj@fr.example",
  ],
  [
    "law_enforcement",
    "Court order",
    "Regional Court, case 5 T 12/26: the provider is ordered to hand over the identity of the user of 192.0.2.7.",
    "clerk@court.example",
  ],
  [
    "law_enforcement",
    "Запрос сведений",
    "Следственный комитет просит предоставить данные абонента 192.0.2.7.",
    "sk@ru.example",
  ],
  [
    "law_enforcement",
    "Freeze data",
    "FBI special agent here: please retain logs for 192.0.2.7 for 90 days, letter follows.",
    "agent@bureau.example",
  ],
  [
    "law_enforcement",
    "Pedido judicial",
    "O tribunal ordena a identificação do utilizador do IP 192.0.2.7",
    "tribunal@pt.example",
  ],
  [
    "copyright",
    "Infringing use of our typeface",
    "The font file was offered for download from 192.0.2.7 without our licence.",
    "legal@foundry.example",
  ],
  [
    "fraud",
    "Gift cards",
    "Our shop was hit with 60 orders paid with stolen cards, IP 192.0.2.7",
    "risk@shop.example",
  ],
  [
    "threats",
    "School",
    "ein Schüler erhielt über 192.0.2.7 die Nachricht, er werde morgen sterben",
    "dir@schule.example",
  ],
  [
    "csam",
    "Urgent child safety",
    "A file known to depict the rape of a child was shared by 192.0.2.7",
    "safety@cloud.example",
  ],
  ["csam", "Hash match", "PhotoDNA match, CSAM, upload from 192.0.2.7", "ts@host.example"],
  [
    "law_enforcement",
    "Request for information",
    "Cantonal Police, cyber unit. Kindly tell us the holder of 192.0.2.7. Case 12-88.",
    "unit@kapo.example",
  ],
  [
    "law_enforcement",
    "Beschluss",
    "Das Amtsgericht hat die Herausgabe der Nutzerdaten zu 192.0.2.7 angeordnet.",
    "ag@gericht.example",
  ],
  [
    "law_enforcement",
    "Informatieverzoek",
    "De politie Amsterdam wil weten wie 192.0.2.7 gebruikte op 3 januari.",
    "team@nl.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
