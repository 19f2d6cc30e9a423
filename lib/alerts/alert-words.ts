import type { AlertKind } from "./decide-alerts.ts";

/** `test`: somebody wants to know whether alerts arrive. */
export type AlertText = { title: string; text: string; kinds: (AlertKind | "test")[] };

const SENTENCES: Record<AlertKind | "test", { title: string; text: string }> = {
  intake: {
    title: "Exitdesk: mail is not coming in",
    text: "A mailbox was not read for half an hour, or a mail could not be read. Sign in and look at Mailboxes.",
  },
  due: {
    title: "Exitdesk: something is due",
    text: "Something on your desk needs you soon. Sign in and look at the queue.",
  },
  test: { title: "Exitdesk: a test", text: "This is a test. Alerts of your desk arrive here." },
};

/**
 * What is sent: fixed sentences, whatever the cases say. No names, no counts, no address of the desk, so that who carries it
 * learns as little as can be.
 */
export function alertText(kinds: readonly (AlertKind | "test")[]): AlertText {
  const said = [...new Set(kinds)];
  const [first] = said;
  const title = said.length === 1 && first ? SENTENCES[first].title : "Exitdesk: look at your desk";
  return { title, text: said.map((kind) => SENTENCES[kind].text).join("\n"), kinds: said };
}
