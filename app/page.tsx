import { redirect } from "next/navigation";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { noInput, operatorPage } from "./operator-page.ts";

export default operatorPage({ input: noInput, may: canEnter }, async () => redirect("/queue"));
