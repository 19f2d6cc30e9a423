export const ROLES = ["owner", "operator", "counsel", "delegate", "read-only"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is looking. A required argument of every store read and every use case; made only by `readSession`, and for machines by
 * `machineViewer`.
 */
export type Viewer = {
  userId: string;
  login: string;
  role: Role;
  /** Of a delegate: the relays whose cases they see. Absent is none. */
  relayIds?: readonly string[];
};

/** The desk itself, where it acts on what a person decided: the worker, the command line. Never given to a request. */
export const DESK_VIEWER: Viewer = { userId: "desk", login: "desk", role: "owner" };

/** A machine with a token that may read: what everybody of the desk sees, and nothing that is sealed. Named in the audit log. */
export function machineViewer(name: string): Viewer {
  return { userId: `token:${name}`, login: name, role: "read-only" };
}

/** Is this text one of the roles? */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
