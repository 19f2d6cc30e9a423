import { expect, test } from "vitest";
import { forwardedOriginals } from "./forwarded.ts";

const LOG = "2026-02-03 04:05:06 sshd: Failed password from 192.0.2.7";

test.each([
  [
    "Gmail",
    `FYI\n\n---------- Forwarded message ---------\nFrom: Jo <jo@victim.example>\nDate: Mon, 2 Feb 2026\nSubject: Attack\nTo: <abuse@isp.example>\n\n${LOG}`,
  ],
  [
    "Outlook",
    `See below.\n\n-----Original Message-----\nFrom: Jo <jo@victim.example>\nSent: Monday, February 2, 2026 10:00\nTo: abuse@isp.example\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "Outlook without a marker",
    `See below.\n\n________________________________\nFrom: Jo <jo@victim.example>\nSent: Monday\nTo: abuse\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "Thunderbird German",
    `Hallo\n\n-------- Weitergeleitete Nachricht --------\nBetreff: \tAttack\nDatum: \tMo, 2 Feb 2026\nVon: \tJo <jo@victim.example>\nAn: \tabuse@isp.example\n\n${LOG}`,
  ],
  [
    "Apple Mail",
    `Hi\n\nBegin forwarded message:\n\n> From: Jo <jo@victim.example>\n> Subject: Attack\n> Date: 2 February 2026\n> To: abuse@isp.example\n> \n> ${LOG}`,
  ],
  [
    "Outlook French",
    `Bonjour\n\nDe : Jo <jo@victim.example>\nEnvoyé : lundi 2 février 2026\nÀ : abuse@isp.example\nObjet : Attack\n\n${LOG}`,
  ],
  [
    "Dutch",
    `Hoi\n\n---------- Doorgestuurd bericht ----------\nVan: Jo <jo@victim.example>\nDatum: ma 2 feb 2026\nOnderwerp: Attack\n\n${LOG}`,
  ],
  [
    "Spanish",
    `Hola\n\nDe: Jo <jo@victim.example>\nEnviado el: lunes\nPara: abuse@isp.example\nAsunto: Attack\n\n${LOG}`,
  ],
  [
    "Italian",
    `Ciao\n\n-------- Messaggio inoltrato --------\nOggetto: Attack\nData: 2 feb\nMittente: Jo <jo@victim.example>\nA: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "Polish",
    `Witam\n\n---------- Wiadomość przekazana ----------\nOd: Jo <jo@victim.example>\nData: 2 lut\nTemat: Attack\nDo: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "Russian",
    `Привет\n\n-------- Пересылаемое сообщение --------\nОт: Jo <jo@victim.example>\nДата: 2 фев\nТема: Attack\nКому: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "bold labels",
    `Hi\n\n*From:* Jo <jo@victim.example>\n*Sent:* Monday\n*To:* abuse\n*Subject:* Attack\n\n${LOG}`,
  ],
])("an original forwarded by %s is found with its headers", (_client, body) => {
  const [original] = forwardedOriginals(body);
  expect(original?.headers.from).toBe("Jo <jo@victim.example>");
  expect(original?.headers.subject).toBe("Attack");
  expect(original?.text).toBe(LOG);
  expect(body.slice(original?.textStart, original?.end)).toContain(LOG);
});

test("a hoster's opening line and an attribution line start originals too", () => {
  const hoster = forwardedOriginals(
    `We got a complaint.\nHere is the entire complaint:\n\n${LOG}\n`,
  );
  expect(hoster.map((one) => one.text.trim())).toEqual([LOG]);
  const reply = forwardedOriginals(
    `Fixed.\n\nOn Mon, 2 Feb 2026, Jo <jo@victim.example> wrote:\n> ${LOG}\n> bye\n\nregards`,
  );
  expect(reply.map((one) => [one.headers.from, one.text])).toEqual([
    ["Jo <jo@victim.example>", `${LOG}\nbye`],
  ]);
});

test("several hops are given outermost first, the outer holding the inner", () => {
  const inner = `-----Original Message-----\nFrom: c@x.example\nSubject: three\n\n${LOG}`;
  const body = `one\n\n---------- Forwarded message ----------\nFrom: b@x.example\nSubject: two\n\nmiddle\n\n${inner}`;
  const hops = forwardedOriginals(body);
  expect(hops.map((hop) => hop.headers.subject)).toEqual(["two", "three"]);
  expect(hops[0]?.text).toContain(LOG);
});

test("an end marker ends the original", () => {
  const body = `--- Weitergeleitete Nachricht von root@host.example ---\n${LOG}\n--- Ende der weitergeleiteten Nachricht ---\nGruß`;
  expect(forwardedOriginals(body).map((one) => [one.headers.from, one.text])).toEqual([
    ["root@host.example", LOG],
  ]);
});

test.each([
  "From: the start we had trouble.\nTo: be clear, nothing works.",
  "Subject: x",
  "date: 2026\nto: you\nlog: 1",
  "> quoted\n> only",
  "",
])("%j is no forwarded mail", (body) => {
  expect(forwardedOriginals(body)).toEqual([]);
});
