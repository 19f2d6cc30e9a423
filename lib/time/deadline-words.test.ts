import { expect, test } from "vitest";
import { readDeadlines } from "./deadline.ts";
import { toIso } from "./instant.ts";

/** A Tuesday. */
const received = Date.UTC(2026, 1, 10, 12);

test.each([
  // en
  ["We ask that you address this within one (1) business day.", 24],
  ["Please respond in 24-48 hours.", 24],
  ["We expect a response within a week.", 168],
  ["Failure to reply in the next 12 hours will result in suspension.", 12],
  ["A reply is required within 5 working days.", 120],
  ["You are given 72 hours to remove the content.", 72],
  ["Please provide a response no later than 36 hours from now.", 36],
  ["Response time: 24 hours", 24],
  // de
  ["Wir bitten um Stellungnahme binnen vierundzwanzig Stunden.", 24],
  ["Sie haben 48 Stunden Zeit, um zu antworten.", 48],
  ["Bitte nehmen Sie innerhalb von zwei Werktagen Stellung.", 48],
  ["Wir fordern Sie auf, das Problem innert 5 Arbeitstagen zu beheben.", 120],
  ["Ohne Rückmeldung innerhalb 24 Std. wird der Server gesperrt.", 24],
  // nl
  ["Graag ontvangen wij binnen 2 werkdagen een reactie.", 48],
  ["Wilt u dit binnen vierentwintig uur oplossen?", 24],
  ["U heeft 48 uur de tijd om te reageren.", 48],
  ["Indien wij binnen drie dagen niets vernemen, sluiten wij de server af.", 72],
  // fr
  ["Vous disposez de 48 heures pour répondre.", 48],
  ["Merci d'intervenir sous vingt-quatre heures.", 24],
  ["Nous vous prions de traiter cette demande dans les cinq jours ouvrables.", 120],
  ["Sans réponse de votre part sous 72h, le serveur sera suspendu.", 72],
  // es
  ["Le rogamos que responda en las próximas 24 horas.", 24],
  ["Dispone de 48 horas para retirar el contenido.", 48],
  ["Solicitamos su respuesta dentro de los próximos 3 días hábiles.", 72],
  ["Tiene un plazo de dos días para contestar.", 48],
  // it
  ["Vi preghiamo di intervenire entro 48 ore.", 48],
  ["Avete 24 ore per rispondere.", 24],
  ["Chiediamo la rimozione entro e non oltre cinque giorni lavorativi.", 120],
  // pt
  ["Solicitamos que responda no prazo de 24 horas.", 24],
  ["Você tem 48 horas para responder a este chamado.", 48],
  ["Pedimos que o problema seja resolvido em até 3 dias úteis.", 72],
  // pl
  ["Prosimy o odpowiedź w ciągu 48 godzin.", 48],
  ["Prosimy o usunięcie treści w terminie 7 dni.", 168],
  ["Proszę odpowiedzieć w ciągu 2 dni roboczych.", 48],
  // cs, ru
  ["Prosíme o odpověď do 24 hodin.", 24],
  ["Просим устранить нарушение в течение трёх рабочих дней.", 72],
  // ja, zh, ko
  ["24時間以内にご回答ください。", 24],
  ["3営業日以内に対応をお願いいたします。", 72],
  ["请在48小时内处理并回复。", 48],
  ["請於三個工作天內回覆。", 72],
  ["24시간 이내에 조치해 주시기 바랍니다.", 24],
])("%s", (text, hours) => {
  expect(readDeadlines(text, received).map((deadline) => deadline.hours)).toEqual([hours]);
});

test.each([
  ["Please answer by Friday, February 13, 2026, 17:00 UTC.", "2026-02-13T17:00:00Z"],
  ["Please reply by close of business Thursday.", "2026-02-12T23:59:00Z"],
  ["Due: 2026-02-12", "2026-02-13T11:59:59.999Z"],
  ["Bitte antworten Sie bis Freitag, 13.02.2026, 12:00 Uhr MEZ.", "2026-02-13T11:00:00Z"],
  ["Frist: 12.02.2026 18:00 Uhr (UTC)", "2026-02-12T18:00:00Z"],
  [
    "Wij verzoeken u uiterlijk donderdag 12 februari 2026 om 12:00 CET te reageren.",
    "2026-02-12T11:00:00Z",
  ],
  ["Merci de répondre avant le 12 février 2026 à 18h00 UTC.", "2026-02-12T18:00:00Z"],
  ["Veuillez répondre d'ici vendredi 12:00 UTC.", "2026-02-13T12:00:00Z"],
  ["Por favor, responda antes del viernes 12:00 UTC.", "2026-02-13T12:00:00Z"],
  ["Rogamos contesten hasta el 12 de febrero de 2026 a las 18:00 UTC.", "2026-02-12T18:00:00Z"],
  ["Si prega di rispondere entro venerdì 12:00 UTC.", "2026-02-13T12:00:00Z"],
  ["Por favor responda até sexta-feira 12:00 UTC.", "2026-02-13T12:00:00Z"],
  ["Prosimy o odpowiedź do piątku 12:00 UTC.", "2026-02-13T12:00:00Z"],
  ["Prosimy o odpowiedź do dnia 12 lutego 2026 18:00 UTC.", "2026-02-12T18:00:00Z"],
  ["2026年2月12日 18:00 UTCまでにご回答ください。", "2026-02-12T18:00:00Z"],
  ["请于2026年2月12日 18:00 UTC之前回复。", "2026-02-12T18:00:00Z"],
])("%s", (text, at) => {
  const [found] = readDeadlines(text, received);
  expect(found?.at == null ? null : toIso(found.at)).toBe(at);
});

test.each([
  "Wir haben innerhalb von 24 Stunden 300 Angriffe gesehen.",
  "Wij zagen binnen 2 uur 500 pogingen.",
  "Nous avons observé 40 tentatives en 24 heures.",
  "Hemos detectado 200 intentos en las últimas 24 horas.",
  "過去24時間以内に300件の攻撃を検知しました。",
  "过去24小时内我们检测到300次攻击。",
  "Wir antworten in der Regel innerhalb von 2 Werktagen.",
  "Nous vous répondrons sous 48 heures.",
  "Le responderemos en un plazo de 48 horas.",
])("%s sets no deadline", (text) => {
  expect(readDeadlines(text, received)).toEqual([]);
});
