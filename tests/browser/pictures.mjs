// Takes the pictures that README.md shows, of the sample province. usage: node tests/browser/pictures.mjs
import { join } from "node:path";
import { printedPlan, Site, root } from "./harness.mjs";

const size = { width: 1280, height: 800 };
const site = await Site.start();
try {
	await site.visit({ as: "doico" }, async (page) => {
		await page.setViewportSize(size);
		await page.goto("/");
		await page.screenshot({ path: join(root, "docs", "today.png") });
		await page.goto("/plan/upload");
		await page.setInputFiles("#file", [await printedPlan(page, "ke-hoach-xa-doi-co")]);
		await page.click('form[enctype] button[type="submit"]');
		await page.waitForURL(/\/review/);
		await page.locator(".task-read").first().evaluate((task) => { task.open = true; });
		await page.locator('.task-read [id$="-title"]').first().focus();
		await page.locator(".sheet img").first().evaluate((picture) => picture.decode());
		await page.locator(".task-read").first().evaluate((task) => task.scrollIntoView());
		await page.waitForTimeout(1000); // it scrolls smoothly
		await page.screenshot({ path: join(root, "docs", "review.png") });
	});
} finally {
	await site.stop();
}
