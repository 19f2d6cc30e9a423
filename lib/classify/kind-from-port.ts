import type { Complaint } from "../complaints/complaint.ts";
import type { ComplaintType } from "./classification.ts";

/** Services that stand for one kind of abuse, after operators.md 1.1 (ports column). */
const KIND_OF_PORT: { ports: number[]; type: ComplaintType; service: string }[] = [
  {
    ports: [21, 22, 23, 110, 143, 993, 995, 2222, 3389, 5060, 5900],
    type: "bruteforce",
    service: "a login service",
  },
  { ports: [25, 465, 587], type: "spam_email", service: "mail" },
  {
    ports: [6660, 6661, 6662, 6663, 6664, 6665, 6666, 6667, 6668, 6669, 6697, 7000],
    type: "irc",
    service: "IRC",
  },
  { ports: [80, 443, 8080, 8443, 2083], type: "webattack", service: "the web" },
];

/** The kind of a complaint that names none: from the port, else a scan, the least of what a robot reports. */
export function kindFromPort(complaint: Complaint): { type: ComplaintType; reason: string } {
  for (const { value: port } of complaint.destinationPorts) {
    const known = KIND_OF_PORT.find((kind) => kind.ports.includes(port));
    if (known)
      return {
        type: known.type,
        reason: `It names no kind; port ${port} is one of ${known.service}.`,
      };
  }
  return { type: "portscan", reason: "It names no kind and no telling port." };
}
