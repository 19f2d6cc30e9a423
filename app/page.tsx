import { redirect } from "next/navigation";
import { noInput, operatorPage } from "./operator-page.ts";

export default operatorPage({ input: noInput }, async () => redirect("/queue"));
