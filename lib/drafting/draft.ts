import type { FindingKind, Verdict } from "../evidence/verdict.ts";
import type { Condition } from "./letter-conditions.ts";

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

/** A template file: front matter and Handlebars body. `{{fact "name"}}` and the guards of `letter-helpers.ts` are its whole language. */
export type Template = {
  /** `<type>/<name>`, the same in every language. */
  id: string;
  /** A complaint type, or `any`. */
  type: string;
  audience: Audience;
  language: string;
  /** Verdicts this letter may answer; empty: any. */
  verdicts: Verdict[];
  /** Findings that must be proven before this letter may be chosen at all. */
  needs: FindingKind[];
  /** Conditions about the complaint (`CONDITIONS`) that must hold, or the letter is not chosen. */
  when: Condition[];
  /** `any`, `us`, `eu` or a country code: where the letter makes sense. */
  jurisdiction: string;
  /** The letter cites law: the operator is told that it is not legal advice. */
  legal: boolean;
  subject: string;
  body: string;
  /** Where the idea comes from; the wording is ours. */
  source: string;
  licence: string;
  /** Day of the last review, `2026-11-22`. */
  reviewed: string;
  /** Line of the file on which the body starts, for messages about it. */
  bodyLine: number;
  /** Made by the operator: its letter is read by `checkLetter` first, and `insteadOf`, the shipped one, serves where it fails. */
  own?: { insteadOf: Template | null };
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
