/** What is refused about seals and orders; part of `sentences`. */
export const sealSentences: Record<string, string> = {
  "seal cases": "Fälle versiegeln",
  "lift seals": "Siegel aufheben",
  "note gag orders": "Anordnungen zum Schweigen vermerken",
  "take cases away for counsel": "Fälle für den Anwalt mitnehmen",
  "Say in a few words why this case is sealed.":
    "Sagen Sie in ein paar Worten, warum dieser Fall versiegelt wird.",
  "Say in a few words why the seal is lifted.":
    "Sagen Sie in ein paar Worten, warum das Siegel aufgehoben wird.",
  "This case is sealed already.": "Dieser Fall ist schon versiegelt.",
  "An order forbids to tell of this case: take that back first.":
    "Eine Anordnung verbietet, von diesem Fall zu sprechen: Nehmen Sie das zuerst zurück.",
  "A mail of this case is read as one of an authority and would seal it again. Correct its type first.":
    "Eine Mail dieses Falls gilt als eine von einer Behörde und würde ihn wieder versiegeln. Berichtigen Sie zuerst ihre Art.",
  "Name the order: who made it, of which day, until when.":
    "Nennen Sie die Anordnung: von wem, von welchem Tag, bis wann.",
};
