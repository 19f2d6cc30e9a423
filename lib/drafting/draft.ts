export type Audience = "isp" | "complainant" | "authority" | "list";
export type Route = "isp" | "isp+complainant" | "complainant" | "portal" | "none" | "counsel";

/** A proposed letter. A gap is a fact the operator must fill in; a draft with gaps cannot be sent. */
export type Draft = {
  audience: Audience;
  /** Template id, e.g. "copyright/isp". */
  template: string;
  language: string;
  to: string[];
  subject: string;
  text: string;
  /** Names of the missing facts; in `text` each stands as `[[name]]`. */
  gaps: string[];
};

/** A template file: front matter and Handlebars body. */
export type Template = {
  id: string;
  type: string;
  audience: Audience;
  language: string;
  /** Verdicts this letter may answer; empty: any. */
  verdicts: string[];
  subject: string;
  body: string;
  source: string;
  reviewed: string;
};

/** The operator as letters name them. */
export type OperatorProfile = {
  name: string;
  signature: string;
  /** "eu", "us", ...: which legal paragraph may be offered. */
  jurisdiction: string;
  noticeUrl: string | null;
  /** The operator's own approved sentence about logs, or null: then nothing about logs is said. */
  logStatement: string | null;
  /** Where law-enforcement mail is passed to. */
  counsel: string | null;
};
