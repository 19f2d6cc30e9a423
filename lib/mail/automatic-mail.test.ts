import { expect, test } from "vitest";
import { isAutomaticMail } from "./automatic-mail.ts";

const mail = (name: string, value: string) => ({ headers: [{ name, value }] });

test.each([
  ["Auto-Submitted", "auto-generated"],
  ["auto-submitted", "auto-replied; owner-email=x"],
  ["Auto-Submitted", "auto-notified"],
  ["Precedence", "bulk"],
  ["Precedence", "Junk"],
  ["List-Id", "<abuse.lists.example>"],
  ["Return-Path", "<>"],
  ["X-Autoreply", "yes"],
  ["X-Auto-Response-Suppress", "DR, OOF, AutoReply"],
])("%s: %s is not answered by a program", (name, value) => {
  expect(isAutomaticMail(mail(name, value))).toBe(true);
});

test.each([
  ["Auto-Submitted", "no"],
  ["Auto-Submitted", "no (a person wrote this)"],
  ["Precedence", "first-class"],
  ["Return-Path", "<abuse@isp.example>"],
  ["Subject", "Precedence: bulk"],
])("%s: %s says nothing of the kind", (name, value) => {
  expect(isAutomaticMail(mail(name, value))).toBe(false);
});
