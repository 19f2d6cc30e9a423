/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`; the build on the operator's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Browsers ask for it where they have not read the page's own link yet.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.png" }],
  // Files of relays: one consensus is 3 MB. Without this Next refuses every form above 1 MB.
  experimental: { serverActions: { bodySizeLimit: "9mb" } },
  // Packages with native parts or files they read beside themselves stay outside the bundle.
  serverExternalPackages: [
    "@libsql/client",
    "libsql",
    "@node-rs/argon2",
    "@prisma/adapter-libsql",
    "@prisma/adapter-pg",
    "handlebars",
    "mailparser",
    "nodemailer",
    "pdfkit",
    "pg",
  ],
};
