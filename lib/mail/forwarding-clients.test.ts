import { expect, test } from "vitest";
import { forwardedOriginals } from "./forwarded.ts";

const LOG = "2026-02-03 04:05:06 sshd: Failed password from 192.0.2.7";
const J = "Jo <jo@victim.example>";

test.each([
  [
    "ProtonMail",
    `Hi\n\n------- Original Message -------\nOn Tuesday, February 3rd, 2026 at 4:05 AM, ${J} wrote:\n\n> ${LOG}`,
  ],
  [
    "ProtonMail fwd",
    `Hi\n\n------- Forwarded Message -------\nFrom: ${J}\nDate: On Tuesday, February 3rd, 2026 at 4:05 AM\nSubject: Attack\nTo: abuse@isp.example\n\n> ${LOG}`,
  ],
  [
    "Yahoo lines",
    `Hi\n\n----- Forwarded Message -----\nFrom: ${J}\nTo: abuse@isp.example\nSent: Tuesday, February 3, 2026 at 04:05:06 AM GMT\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "Zimbra",
    `----- Forwarded Message -----\nFrom: "Jo" <jo@victim.example>\nTo: "abuse" <abuse@isp.example>\nSent: Tuesday, February 3, 2026 4:05:06 AM\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "Roundcube",
    `-------- Original Message --------\nSubject: Attack\nDate: 2026-02-03 04:05\nFrom: ${J}\nTo: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "Gmail de",
    `---------- Forwarded message ---------\nVon: Jo <jo@victim.example>\nDate: Di., 3. Feb. 2026 um 04:05 Uhr\nSubject: Attack\nTo: <abuse@isp.example>\n\n${LOG}`,
  ],
  [
    "Gmail pt",
    `---------- Forwarded message ---------\nDe: ${J}\nDate: ter., 3 de fev. de 2026 às 04:05\nSubject: Attack\nTo: <abuse@isp.example>\n\n${LOG}`,
  ],
  [
    "Gmail pl",
    `---------- Forwarded message ---------\nOd: ${J}\nDate: wt., 3 lut 2026 o 04:05\nSubject: Attack\nTo: <abuse@isp.example>\n\n${LOG}`,
  ],
  [
    "Outlook ja",
    `差出人: ${J}\n送信日時: 2026年2月3日 4:05\n宛先: abuse@isp.example\n件名: Attack\n\n${LOG}`,
  ],
  [
    "Outlook zh",
    `发件人: ${J}\n发送时间: 2026年2月3日 4:05\n收件人: abuse@isp.example\n主题: Attack\n\n${LOG}`,
  ],
  [
    "QQ zh",
    `------------------ 原始邮件 ------------------\n发件人: "Jo" <jo@victim.example>;\n发送时间: 2026年2月3日(星期二) 凌晨4:05\n收件人: "abuse"<abuse@isp.example>;\n主题: Attack\n\n${LOG}`,
  ],
  [
    "Outlook pt",
    `De: ${J}\nEnviada em: terça-feira, 3 de fevereiro de 2026 04:05\nPara: abuse@isp.example\nAssunto: Attack\n\n${LOG}`,
  ],
  [
    "Outlook cs",
    `Od: ${J}\nOdesláno: úterý 3. února 2026 4:05\nKomu: abuse@isp.example\nPředmět: Attack\n\n${LOG}`,
  ],
  [
    "Outlook sv",
    `Från: ${J}\nSkickat: den 3 februari 2026 04:05\nTill: abuse@isp.example\nÄmne: Attack\n\n${LOG}`,
  ],
  [
    "Outlook da",
    `Fra: ${J}\nSendt: 3. februar 2026 04:05\nTil: abuse@isp.example\nEmne: Attack\n\n${LOG}`,
  ],
  [
    "Outlook fi",
    `Lähettäjä: ${J}\nLähetetty: 3. helmikuuta 2026 4:05\nVastaanottaja: abuse@isp.example\nAihe: Attack\n\n${LOG}`,
  ],
  [
    "Outlook tr",
    `Kimden: ${J}\nGönderildi: 3 Şubat 2026 Salı 04:05\nKime: abuse@isp.example\nKonu: Attack\n\n${LOG}`,
  ],
  [
    "Outlook it",
    `Da: ${J}\nInviato: martedì 3 febbraio 2026 04:05\nA: abuse@isp.example\nOggetto: Attack\n\n${LOG}`,
  ],
  [
    "Outlook ru",
    `От: ${J}\nОтправлено: 3 февраля 2026 г. 4:05\nКому: abuse@isp.example\nТема: Attack\n\n${LOG}`,
  ],
  [
    "Apple fr",
    `Début du message réexpédié :\n\nDe: ${J}\nObjet: Attack\nDate: 3 février 2026 à 04:05:06 UTC+1\nÀ: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "Apple es",
    `Inicio del mensaje reenviado:\n\nDe: ${J}\nAsunto: Attack\nFecha: 3 de febrero de 2026, 4:05:06 CET\nPara: abuse@isp.example\n\n${LOG}`,
  ],
  [
    "Thunderbird fr",
    `-------- Message transféré --------\nSujet : \tAttack\nDate : \tTue, 3 Feb 2026\nDe : \t${J}\nPour : \tabuse@isp.example\n\n${LOG}`,
  ],
  [
    "Thunderbird es",
    `-------- Mensaje reenviado --------\nAsunto: \tAttack\nFecha: \tTue, 3 Feb 2026\nDe: \t${J}\nA: \tabuse@isp.example\n\n${LOG}`,
  ],
  [
    "Thunderbird ja",
    `-------- 転送されたメッセージ --------\n件名: \tAttack\n日付: \tTue, 3 Feb 2026\n差出人: \t${J}\n宛先: \tabuse@isp.example\n\n${LOG}`,
  ],
  [
    "Lotus Notes",
    `----- Forwarded by Max/ISP on 03.02.2026 04:05 -----\n\nFrom: Jo <jo@victim.example>\nTo: abuse@isp.example\nDate: 03.02.2026 04:00\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "Exchange hr",
    `Hello\n\n-----Original Message-----\nFrom: ${J} \nSent: 03 February 2026 04:05\nTo: abuse\nSubject: Attack\nImportance: High\n\n${LOG}`,
  ],
  [
    "RT",
    `<URL: https://rt.example/Ticket/Display.html?id=55 >\n\nForwarded message:\n\nFrom: ${J}\nDate: Tue, 3 Feb 2026 04:05:06 +0000\nSubject: Attack\n\n${LOG}`,
  ],
  [
    "mutt",
    `----- Forwarded message from ${J} -----\n\nDate: Tue, 3 Feb 2026 04:05:06 +0000\nFrom: ${J}\nTo: abuse@isp.example\nSubject: Attack\n\n${LOG}\n\n----- End forwarded message -----`,
  ],
  ["attrib de", `Am 03.02.26 um 04:05 schrieb ${J}:\n> ${LOG}`],
  ["attrib ja", `2026年2月3日(火) 4:05 ${J}:\n> ${LOG}`],
  ["attrib pt", `Em ter., 3 de fev. de 2026 às 04:05, ${J} escreveu:\n> ${LOG}`],
  [
    "attrib wrapped",
    `On Tue, Feb 3, 2026 at 4:05 AM Jo with a rather long name in it\n<jo@victim.example> wrote:\n> ${LOG}`,
  ],
])("%s: the original is found with its sender and its text", (_client, body) => {
  const [original] = forwardedOriginals(body);
  expect(original?.headers.from).toContain("jo@victim.example");
  expect(original?.text.trim()).toBe(LOG);
});

test("three hops in three languages: every original is found, outermost first", () => {
  const inner = `From: ${J}\nSent: Tuesday\nTo: noc@upstream.example\nSubject: Attack\n\n${LOG}`;
  const middle = `Von: NOC <noc@upstream.example>\nGesendet: Dienstag\nAn: abuse@isp.example\nBetreff: WG: Attack\n\nBitte lesen.\n\n${inner}`;
  const body = `Pour info\n\n-------- Message transféré --------\nSujet : TR: Attack\nDe : ISP <abuse@isp.example>\nPour : me@home.example\n\nVoir.\n\n${middle}`;
  const found = forwardedOriginals(body);
  expect(found.map(({ headers }) => /[\w.]+@[\w.]+/.exec(headers.from)?.[0])).toEqual([
    "abuse@isp.example",
    "noc@upstream.example",
    "jo@victim.example",
  ]);
  expect(found.at(-1)?.text).toBe(LOG);
});
