/** The name of the desk; the same in every language. */
export const PRODUCT = "Exitdesk";
