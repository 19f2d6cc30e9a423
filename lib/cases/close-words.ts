// What the timeline says of a closed case, where it is read again.

/** Old mail that was imported: nothing was to be answered. */
export const KEPT_AS_HISTORY = "old mail, kept as history";
/** Begins the reason of a case that a person says was answered outside of the desk. */
export const CLOSED_ELSEWHERE = "answered outside this desk";
