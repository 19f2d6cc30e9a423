const LOGIN = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** A login as it is stored: trimmed, lower case. */
export function normalizeLogin(text: string): string {
  return text.slice(0, 200).trim().toLowerCase();
}

/** What is wrong with a new login, or null. */
export function loginProblem(login: string): string | null {
  if (LOGIN.test(login)) return null;
  return "A login has 1 to 40 letters, digits, dots, dashes or underscores, and starts with a letter or digit.";
}
