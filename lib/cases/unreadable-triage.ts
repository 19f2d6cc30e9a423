import type { Triage } from "../triage/triage.ts";

/** What is known of a mail that could not be read at all: nothing, and that a person must look. */
export function unreadableTriage(error: unknown): Triage {
  const kind = error instanceof Error ? error.name : typeof error;
  const text = `The desk could not read this mail (${kind}). Download the original and judge it by eye.`;
  const problems = [{ code: "unreadable", text }];
  return {
    complaint: {
      message: {
        subject: "(unreadable mail)",
        from: null,
        replyTo: [],
        to: [],
        cc: [],
        date: null,
        messageId: null,
        inReplyTo: null,
        references: [],
        headers: [],
        body: "",
        bodyParts: [],
        html: null,
        parts: [],
        nested: [],
        problems,
      },
      format: "plain",
      accused: [],
      destinations: [],
      destinationPorts: [],
      sourcePorts: [],
      protocol: "unknown",
      events: [],
      refs: [],
      deadline: null,
      wrapper: null,
      reporter: null,
      forwardedBy: null,
      noReply: false,
      work: null,
      claimedType: null,
      language: "en",
      originalLanguage: "en",
      evidenceText: "",
      problems,
    },
    classification: {
      type: "other_not_complaint",
      innerType: null,
      isComplaint: true,
      confidence: 0,
      reasons: [text],
    },
    evidence: { verdict: "cannot-tell", summary: text, events: [], relays: [] },
    route: "none",
    drafts: [],
  };
}
