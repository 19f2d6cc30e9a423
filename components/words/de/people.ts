import type { people as en } from "../en/people.ts";

export const people: typeof en = {
  addPerson: "Eine Person hinzufügen",
  form: {
    login: "Anmeldename",
    role: "Rolle",
    password: "Erstes Passwort",
    passwordHint:
      "Mindestens 12 Zeichen. Sagen Sie es der Person selbst; sie ändert es unter „Ihr Konto“.",
    add: "Diese Person hinzufügen",
  },
};
