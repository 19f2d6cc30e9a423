/** What of pdfkit is used here; the package has no types of its own. */
declare module "pdfkit" {
  type Options = {
    size: "A4";
    margin: number;
    autoFirstPage: false;
    bufferPages: false;
    font: Uint8Array;
    lang: string;
    displayTitle: boolean;
    info: { Title: string; Producer: string; Creator: string; CreationDate: Date };
  };
  // biome-ignore lint/style/noDefaultExport: so the package exports it
  export default class PdfDocument {
    constructor(options: Options);
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end" | "error", listener: (error?: Error) => void): this;
    fontSize(size: number): this;
    addPage(): this;
    text(text: string, x: number, y: number, options: { lineBreak: false }): this;
    end(): void;
  }
}
