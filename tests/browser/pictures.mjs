// Takes the pictures that README.md shows, of the sample province. usage: node tests/browser/pictures.mjs
import { join } from "node:path";
import { Site, root } from "./harness.mjs";

const size = { width: 1280, height: 800 };
const site = await Site.start();
try {
	await site.visit({ role: "province" }, async (page) => {
		await page.setViewportSize(size);
		await page.goto("/");
		await page.screenshot({ path: join(root, "docs", "today.png") });
		await page.goto("/plan?state=review");
		const review = page.locator('main a[href^="/plan/"][href$="/review"]').first();
		await page.goto(await review.getAttribute("href"));
		await page.locator(".task-read").first().evaluate((task) => task.scrollIntoView());
		await page.screenshot({ path: join(root, "docs", "review.png") });
	});
} finally {
	await site.stop();
}
