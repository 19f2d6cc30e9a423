/** What stands on the page where public pages are switched. The pages themselves have words of their own. */
export const publicPages = {
  title: "Public pages",
  about:
    "A page for people who find one of our addresses in their logs: what it is, what it lets out, how to keep Tor out of one service, and a form for reports. Off until you switch it on. Whoever can reach this desk can read it.",
  form: "A report from the form is stored as a mail and becomes a case. Nobody verifies who sent it. It takes 20 an hour for a relay, 60 for the desk.",
  reach:
    "The page is served where this desk listens. To publish it, let a reverse proxy or an onion service pass on /exit and nothing else.",
  saved: "Saved.",
  relay: "{relay}: its page",
  name: "Name in the address",
  nameHint: "Letters, digits, hyphens. Empty: the nickname.",
  isOn: "The page is on",
  takesForm: "It takes reports",
  isInList: "It stands in the public list at /exit",
  save: "Save",
  see: "See it",
  file: "As one file for the relay itself (DirPortFrontPage, or any web server):",
  noRelay: "No relay yet. Add one under Relays.",
  noAddress: "It holds no address now, so there is no page to show.",
  shared: "What all pages share",
  contact: "How to reach you",
  contactHint: "Shown as text. Empty: nothing.",
  deskUrl: "Where this desk is reached from outside",
  deskUrlHint: "Such as https://exit.example. It stands in the files for the relays.",
  on: "on",
  off: "off",
};
