/** What stands on the pages of people. */
export const people = {
  addPerson: "Add a person",
  form: {
    login: "Login",
    role: "Role",
    password: "First password",
    passwordHint:
      "At least 12 characters. Tell it to them yourself; they change it under “Your account”.",
    add: "Add this person",
  },
};
