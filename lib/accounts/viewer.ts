export const ROLES = ["owner", "operator", "counsel", "read-only"] as const;
export type Role = (typeof ROLES)[number];

/** Who is looking. A required argument of every store read and every use case; made only by `readSession` and `deskViewer`. */
export type Viewer = { userId: string; login: string; role: Role };

/** Is this text one of the roles? */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
