// What the program is for: a plan comes in, is looked over and confirmed, and its tasks stand on Today. With scripts and without.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkAccess, checkHtml, checkWidth, root } from "./harness.mjs";

const sample = (name) => join(root, "samples", name);

/** A sample with a line more, which no unit has yet. */
const another = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`${readFileSync(sample(name), "utf8")}\n(${name})\n`) });

function equal(got, expected, what) {
	if (got !== expected)
		throw new Error(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
}

async function checkPage(page) {
	const { pathname, search } = new URL(page.url());
	await checkHtml(page, pathname + search);
	await checkWidth(page);
	await checkAccess(page);
}

/** Puts in a file and waits until it has been read; -> the plan's id. */
async function putIn(page, file) {
	await page.goto("/plan/upload");
	await page.setInputFiles('input[type="file"]', file);
	await page.click('form[enctype] button[type="submit"]');
	await page.waitForURL(/\/plan\/\d+\/review/, { timeout: 30_000 });
	return page.url().match(/\/plan\/(\d+)\//)[1];
}

/** From the review on: a title corrected, confirmed, then Today. */
async function confirm(page, id, check) {
	const task = page.locator("details.task-read").first();
	if (await task.getAttribute("open") === null)
		await task.locator("summary").click();
	const title = task.locator("textarea, input[type=text]").first();
	const corrected = `${(await title.inputValue()).trim()} (đã xem)`;
	await title.fill(corrected);
	await page.click('button[name="do"][value="confirm"]');
	await page.waitForURL(`**/plan/${id}/confirm`);
	await check(page);
	const tasks = Number(await page.locator("dl.summary div", { hasText: "Nhiệm vụ" }).first().locator("dd").innerText());
	if (!(tasks > 0))
		throw new Error("the plan to confirm has no task");
	await page.click(`form[action="/plan/${id}/confirm"] button[type="submit"]`);
	await page.waitForURL(new RegExp(`/\\?plan=${id}$`));
	await check(page);
	await page.goto(`/plan/${id}`);
	await check(page);
	if (!(await page.locator("main").innerText()).includes(corrected))
		throw new Error("the corrected title is not on the plan's page");
	return corrected;
}

export const cases = [
	{
		name: "a plan comes in, is looked over, confirmed, and stands on Today",
		run: (site) => site.visit({ role: "officer" }, async (page) => {
			const id = await putIn(page, another("ke-hoach-xa-2026.md"));
			await checkPage(page);
			await confirm(page, id, checkPage);
			await page.goto("/year");
			await checkPage(page);
			await page.goto(`/plan/${id}`);
			await page.click('main a[href^="/task/"]');
			await page.waitForURL(/\/task\/\d+$/);
			await checkPage(page);
		}),
	},
	{
		name: "a task is worked on and done",
		run: (site) => site.visit({ role: "officer" }, async (page) => {
			await page.goto("/");
			await page.locator('main a[href^="/task/"]').first().click();
			await page.waitForURL(/\/task\/\d+$/);
			const form = page.locator('form[action$="/status"]').first();
			await form.locator('[value="done"]').first().click();
			if (await form.locator('button[type="submit"]:not([name="status"])').count() > 0)
				await form.locator('button[type="submit"]').first().click();
			await page.waitForLoadState();
			await checkPage(page);
			if (await page.locator(".badge-done").count() === 0)
				throw new Error("the task does not show as done");
		}),
	},
	{
		name: "the same file again leads to the plan that is there",
		run: (site) => site.visit({ role: "officer" }, async (page) => {
			await page.goto("/plan/upload");
			await page.setInputFiles('input[type="file"]', sample("ke-hoach-xa-2026.md"));
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForSelector('main .card a[href^="/plan/"]');
			await checkPage(page);
		}),
	},
	{
		name: "the whole way without scripts",
		run: (site) => site.visit({ role: "head", javaScript: false }, async (page) => {
			const id = await putIn(page, another("ke-hoach-truong-2026.txt"));
			await confirm(page, id, async () => undefined);
		}),
	},
	{
		name: "a file that is no text is refused with what to do",
		run: (site) => site.visit({ role: "officer", complaintsAllowed: /status of 4\d\d/ }, async (page) => {
			await page.goto("/plan/upload");
			await page.setInputFiles('input[type="file"]', { name: "anh.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0, 1, 2, 3]) });
			await page.click('form[enctype] button[type="submit"]');
			await page.locator(".note.late, .error-summary").first().waitFor({ timeout: 30_000 });
			await page.goto(page.url()); // the script may be about to load it again
			await checkPage(page);
		}),
	},
];
