import { z } from "zod";

const MAX_LENGTH = 100_000;
const text = z.string().max(MAX_LENGTH);
const shared = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal("public-key"),
};

/** What the browser made, as the JSON of WebAuthn level 3, section 5.1. The library checks what it means. */
export const registrationResponse = fromJson(
  z.object({
    ...shared,
    clientExtensionResults: z.object({}),
    response: z.object({
      clientDataJSON: text,
      attestationObject: text,
      transports: z.array(z.string().max(40)).max(20).default([]),
    }),
  }),
);

export const authenticationResponse = fromJson(
  z.object({
    ...shared,
    clientExtensionResults: z.object({}),
    response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
  }),
);

function fromJson<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .max(MAX_LENGTH)
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "This is no answer of a passkey." });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
