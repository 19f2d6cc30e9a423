import { test as base } from "@playwright/test";
import { Dovecot } from "../../lib/testing/dovecot.ts";
import { SmtpSink } from "../../lib/testing/smtp-sink.ts";
import { RunningDesk } from "./desk.ts";

type World = { desk: RunningDesk; dovecot: Dovecot; sink: SmtpSink };

/** Each test has a desk, a Dovecot and an SMTP sink of its own; pages are relative to that desk. */
export const test = base.extend<World>({
  desk: async ({}, use) => {
    const desk = await RunningDesk.start();
    await use(desk);
    await desk.stop();
  },
  dovecot: async ({}, use) => {
    const dovecot = await Dovecot.start();
    await use(dovecot);
    await dovecot.stop();
  },
  sink: async ({}, use) => {
    const sink = await SmtpSink.start();
    await use(sink);
    await sink.stop();
  },
  baseURL: async ({ desk }, use) => {
    await use(desk.url);
  },
});
