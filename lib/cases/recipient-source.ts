import type { Complaint } from "../complaints/complaint.ts";
import type { Message } from "../mail/message.ts";

/**
 * How the desk knows an address: `provider`: the provider's notice says to answer there. `sender`: the complaint came from
 * it. `text`: it only stands somewhere in the mail, where anybody may have put it. `typed`: a person wrote it.
 */
export type RecipientSource = "provider" | "sender" | "text" | "typed";
type Said = Pick<Complaint, "wrapper" | "reporter"> & {
  message: Pick<Message, "from" | "replyTo" | "body">;
};

/** How this address is known from the complaint the case is about. */
export function recipientSource(address: string, complaint: Said): RecipientSource {
  const wanted = address.trim().toLowerCase();
  const is = (one: string | null | undefined) => one?.trim().toLowerCase() === wanted;
  const { wrapper, reporter, message } = complaint;
  if (is(wrapper?.answerTo)) return "provider";
  const senders = [message.from, ...message.replyTo];
  if (senders.some((one) => is(one?.address))) return "sender";
  const isInText = is(reporter?.address) || message.body.toLowerCase().includes(wanted);
  return isInText ? "text" : "typed";
}
