import type { Complaint, Format } from "../complaints/complaint.ts";

/** Formats that programs write and programs read: their letters are short. */
const MACHINE_FORMATS: readonly Format[] = [
  "arf",
  "xarf02",
  "xarf3",
  "xarf4",
  "acns",
  "fail2ban",
  "blocklistde",
  "shadowserver",
  "csv",
  "iodef",
];

/** Did a program write this complaint? Then an answer is short, or none at all. */
export function isRobot(complaint: Complaint): boolean {
  return complaint.noReply || MACHINE_FORMATS.includes(complaint.format);
}
