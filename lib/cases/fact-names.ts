import type { FactField } from "../complaints/fact-change.ts";

/** The facts of a complaint as people say them. */
export const FACT_NAMES: Record<FactField, string> = {
  accused: "accused address",
  destination: "attacked address",
  destinationPort: "attacked port",
  ownPort: "our own port",
  protocol: "protocol",
  eventTime: "time of the event",
  zone: "zone of times without one",
  deadline: "deadline",
  reference: "their reference",
  reporter: "who complains",
  work: "claimed work",
  language: "language",
  originalLanguage: "language of the original",
};
