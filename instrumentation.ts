/** Next runs this once in each process that serves pages, before the first one. */
export async function register(): Promise<void> {
  // Next builds this file a second time, for a runtime without a server; the condition keeps the rest out of that.
  if (process.env["NEXT_RUNTIME"] === "nodejs") {
    const { guardForms } = await import("./app/guard-forms.ts");
    guardForms();
  }
}
