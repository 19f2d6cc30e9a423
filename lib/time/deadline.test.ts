import { expect, test } from "vitest";
import { readDeadlines } from "./deadline.ts";
import { toIso } from "./instant.ts";

/** A Tuesday. */
const received = Date.UTC(2026, 1, 10, 12);

test.each([
  ["Please respond within 24 hours.", 24],
  ["Please reply to this ticket within 48 hours or the server will be suspended.", 48],
  ["You must resolve this within twenty-four (24) hours.", 24],
  ["Kindly take action within 2 business days.", 48],
  ["We require a response within 48 business hours", 48],
  ["Please confirm with a deadline of maximum 48 hours.", 48],
  ["If we do not hear from you within 24h your service will be terminated.", 24],
  ["You have 24 hours to respond.", 24],
  ["The content must be taken offline within the next 7 days.", 168],
  ["We kindly ask you to remove it in\n3 days.", 72],
  ["Bitte beheben Sie das innerhalb von 24 Stunden.", 24],
  ["Bitte antworten Sie innerhalb der nächsten 3 Tage.", 72],
  ["Gelieve dit binnen 24 uur op te lossen.", 24],
  ["Merci de répondre sous 48 heures.", 48],
  ["Veuillez retirer ce contenu dans un délai de 24 heures.", 24],
  ["Por favor retire el contenido en un plazo de 24 horas.", 24],
  ["Si prega di rispondere entro 24 ore.", 24],
  ["Просим удалить в течение 24 часов.", 24],
  ["Please stop these attacks within 24 hours", 24],
])("%s", (text, hours) => {
  const found = readDeadlines(text, received);
  expect(found.map((deadline) => deadline.hours)).toEqual([hours]);
  expect(found[0]?.at).toBe(received + hours * 3_600_000);
});

test.each([
  "We saw 38 attacks within 24 hours.",
  "Your address was seen in the last 24 hours, please check.",
  "We will respond within 24 hours.",
  "The address will be delisted automatically after 24 hours.",
  "Please act immediately.",
  "Please note: more than 10 attempts from this IP within 1 hour were blocked.",
  "Our support team will get back to you within 2 days.",
  "The ban expires within 24 hours.",
  "Changes may take effect within 24 hours.",
  "Please investigate the logs of the last 3 days.",
])("%s sets no deadline", (text) => {
  expect(readDeadlines(text, received)).toEqual([]);
});

test.each([
  ["Please resolve this by 2026-02-12 13:59:04 +0200.", "2026-02-12T11:59:04Z"],
  ["Please reply before Friday 12:00 CET", "2026-02-13T11:00:00Z"],
  ["Please respond by the end of the day tomorrow, Pacific time.", "2026-02-12T07:59:00Z"],
  ["Deadline: 15 February 2026 18:00 UTC", "2026-02-15T18:00:00Z"],
  ["Bitte antworten Sie bis spätestens 15.02.2026 18:00 UTC.", "2026-02-15T18:00:00Z"],
  ["Please respond no later than February 15th 2026, 18:00 UTC", "2026-02-15T18:00:00Z"],
])("%s", (text, at) => {
  const [found] = readDeadlines(text, received);
  expect(found?.hours).toBeNull();
  expect(found?.at == null ? null : toIso(found.at)).toBe(at);
});

test("a log line is no deadline, and long texts stay cheap", () => {
  const log = "2026-02-03 04:05:06 seen before 2026-02-03 04:05:07 by host\n";
  const start = performance.now();
  expect(readDeadlines(log.repeat(5_000), received)).toEqual([]);
  readDeadlines("please within ".repeat(20_000), received);
  expect(performance.now() - start).toBeLessThan(3000);
});
