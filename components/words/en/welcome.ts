/** What stands on the pages of welcome. */
export const welcome = {
  firstSteps: "First steps",
  loadSample: "Load the sample mailbox",
  signIn: "Sign in",
  title: "Welcome to your abuse desk",
  about:
    "Complaints about your relays come in here. The desk reads each one, checks it against what your relay did at that moment, and drafts the answer. You read it and send it.",
  firstAccount:
    "First, the account that owns this desk. There is no default one, and nobody can reset it from outside.",
  relayText: "Paste its descriptor or its torrc. The desk checks every complaint against it.",
  addRelay: "Add a relay",
  mailboxText:
    "Where complaints come in and answers go out. Nothing is deleted or marked as read on the server.",
  addMailbox: "Add a mailbox",
  signText:
    "Your name, and where your counsel is reached when the police write. Until then every letter has a gap for the signature.",
  signTitle: "Say how letters are signed",
  lookRound: "Or look round first",
  sampleText:
    "The sample mailbox has 60 complaints of every kind, in several languages, about two sample relays. They are invented, and their letters go to addresses nobody has.",
  done: "done",
  owner: {
    login: "Login",
    password: "Password",
    passwordHint: "At least 12 characters. A few words in a row are good.",
    again: "The same password again",
    make: "Make the account",
  },
  signInForm: {
    login: "Login",
    password: "Password",
    submit: "Sign in",
  },
  choice: {
    label: "Language of the pages",
  },
};
