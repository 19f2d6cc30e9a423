import { expect } from "@playwright/test";
import { alikeCases } from "./support/alike-cases.ts";
import { test } from "./support/test.ts";

test("filter, keep the view, choose all alike, read one letter, answer, take it back", async ({
  page,
  desk,
  context,
}) => {
  await alikeCases(desk, context, 3);
  await page.goto("/queue");
  await expect(page.locator("[data-row]")).toHaveCount(4);

  await test.step("the filter is kept as a view with its count", async () => {
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Type", { exact: true }).selectOption("Brute force");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.locator("[data-row]")).toHaveCount(3);
    await page.getByLabel("Name of the view").fill("Guessed passwords");
    await page.getByRole("button", { name: "Keep as a view" }).click();
    await page.waitForURL("**/queue?view=*");
    const tab = page.getByRole("link", { name: "Guessed passwords 3" });
    await expect(tab).toHaveAttribute("aria-current", "page");
  });

  await test.step("the queue opens with it until it is removed, and it can be brought back", async () => {
    await page.getByRole("link", { name: "Views", exact: true }).click();
    await page.getByRole("button", { name: "Open the queue with it: Guessed passwords" }).click();
    await expect(page.getByText("opens first")).toBeVisible();
    await page.goto("/queue");
    await expect(page.locator("[data-row]")).toHaveCount(3);
    await page.goto("/queue/views");
    await page.getByRole("button", { name: "Remove: Guessed passwords" }).click();
    await expect(page.getByText("The view Guessed passwords is removed.")).toBeVisible();
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(page.getByRole("link", { name: "Guessed passwords" })).toBeVisible();
  });

  await test.step("one letter is read for three", async () => {
    await page.goto("/queue");
    await page.getByRole("link", { name: "All alike" }).first().click();
    await page.waitForURL("**/queue/alike/*");
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);
    await page.getByRole("button", { name: "Read one letter and answer all" }).click();
    await page.waitForURL("**/queue/chosen?*");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answer 3 cases together");
    await expect(page.locator("mark")).toHaveText(["T1", "203.0.113.1."]);
    await expect(page.getByRole("row")).toHaveCount(4);
  });

  await test.step("a wrong number sends nothing, the right one answers all", async () => {
    await page.getByLabel("Type 3 to send").fill("4");
    await page.getByRole("button", { name: "Send 3 answers" }).click();
    await expect(page.getByText("The number does not agree")).toBeVisible();
    await page.getByLabel("Type 3 to send").fill("3");
    await page.getByRole("button", { name: "Send 3 answers" }).click();
    await page.waitForURL("**/queue/together/*");
    await expect(page.getByText("3 cases are answered.")).toBeVisible();
  });

  await test.step("all of it is taken back", async () => {
    await page.getByRole("button", { name: "Take all of it back" }).click();
    await expect(page.getByText("3 cases were taken back.")).toBeVisible();
    await page.goto("/queue?tab=ready");
    await expect(page.locator("[data-row]")).toHaveCount(4);
    await expect(page.getByText("Letter on its way")).toHaveCount(0);
    await page.getByRole("link", { name: "Choose all of this page" }).click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(4);
  });
});
