import type { Page } from "@playwright/test";
import nodemailer from "nodemailer";
import { generate } from "otplib";
import { type Dovecot, PASSWORD, USER } from "../../lib/testing/dovecot.ts";
import type { SmtpSink } from "../../lib/testing/smtp-sink.ts";

export const OPERATOR = { login: "marga", password: "seven quiet relays at night" };

/** First run: the owner's account. */
export async function makeOwner(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Login").fill(OPERATOR.login);
  await page.getByLabel("Password", { exact: true }).fill(OPERATOR.password);
  await page.getByLabel("The same password again").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("**/start");
}

/** Tells the desk a torrc and since when it was in force. */
export async function addTorrc(page: Page, torrc: string, since: string): Promise<void> {
  await page.goto("/relays");
  await page.getByLabel("torrc or server descriptor").fill(torrc);
  await page.getByLabel("In force since").fill(since);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL("**/relays/told/*");
}

export async function addMailbox(
  page: Page,
  dovecot: Dovecot,
  sink: SmtpSink,
  password = PASSWORD,
): Promise<void> {
  await page.goto("/mailboxes");
  await page.getByLabel("Name", { exact: true }).fill("abuse");
  await page.getByLabel("Address").fill("abuse@relays.example");
  await page.getByLabel("IMAP host").fill("127.0.0.1");
  await page.getByLabel("IMAP port").fill(String(dovecot.imapPort));
  await page.getByLabel("IMAP encryption").selectOption("starttls");
  await page.getByLabel("IMAP user").fill(USER);
  await page.getByLabel("IMAP password").fill(password);
  await page.getByLabel("SMTP host").fill("127.0.0.1");
  await page.getByLabel("SMTP port").fill(String(sink.port));
  await page.getByLabel("SMTP encryption").selectOption("none");
  await page.getByLabel("certificate of their own making").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/mailboxes?saved=*");
}

/** Hands a mail to Dovecot's LMTP, as a mail server would (RFC 2033). */
export async function deliverByLmtp(dovecot: Dovecot, raw: string): Promise<void> {
  const lmtp = nodemailer.createTransport({
    host: "127.0.0.1",
    port: dovecot.lmtpPort,
    lmtp: true,
    secure: false,
    ignoreTLS: true,
  });
  await lmtp.sendMail({ envelope: { from: "robot@gate.example", to: [USER] }, raw });
  lmtp.close();
}

/** Reloads until the text can be seen: what a person without scripts does. Names in a list of choices are not seen. */
export async function reloadUntil(page: Page, text: string | RegExp): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if ((await page.getByText(text).filter({ visible: true }).count()) > 0) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  throw new Error(`The page never said ${text}.`);
}

/** How letters are signed, so that none has a gap for it. */
export async function signLetters(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByLabel("Name", { exact: true }).fill("Marigold Relays");
  await page.getByLabel("Signature").fill("Marga Lindqvist\nMarigold Relays");
  await page.getByLabel("Your counsel's address").fill("counsel@lawfirm.example");
  const form = page.locator("form", { has: page.getByLabel("Signature") });
  await form.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/settings?saved=profile");
}

/** Sets up one-time codes with the code of now; gives the secret. */
export async function switchCodesOn(page: Page): Promise<string> {
  await page.goto("/security/codes");
  await page.getByLabel("Your password").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Begin" }).click();
  const shown = (await page.locator("main code").textContent()) ?? "";
  const secret = shown.replace(/\s/g, "");
  await page.getByLabel("The code your app shows now").fill(await codeOf(secret));
  await page.getByRole("button", { name: "Switch codes on" }).click();
  await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
  return secret;
}

/** Of the 30-second step that is `ahead` steps from now. */
export async function codeOf(secret: string, ahead = 0): Promise<string> {
  return await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * ahead });
}
