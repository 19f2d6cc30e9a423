export const dynamic = "force-dynamic";

/** Does this process answer? Asks nothing of the database: a desk whose database is away is not mended by a restart. */
export async function GET(): Promise<Response> {
  return Response.json({ live: true });
}
