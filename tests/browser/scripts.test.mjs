// What the scripts of assets/ add to pages that work without it.
import { must } from "./checks.mjs";
import { damaged, picturedPlan, printedPlan, sample } from "./harness.mjs";

let copies = 0;

/** Puts in a copy of the sample that no unit has yet; -> its review. */
async function openReview(page) {
	await page.goto("/plan/upload");
	await page.setInputFiles("#file", sample("ke-hoach-tinh-2026.txt", `\n(bản ${++copies})\n`));
	await page.click('form[enctype] button[type="submit"]');
	await page.waitForURL(/\/plan\/\d+\/review/);
}

/** Puts in a plan that was printed to a PDF. */
async function openPrinted(page, word) {
	const file = await printedPlan(page, word);
	await page.goto("/plan/upload");
	await page.setInputFiles("#file", file);
	await page.click('form[enctype] button[type="submit"]');
	await page.waitForURL(/\/plan\/\d+\/review/);
}

/** The pages stand beside the form, each with its picture. */
async function mustShowPages(page) {
	const pages = page.locator(".sheet img");
	must(await pages.count() >= 2, `${await pages.count()} pages are shown`);
	await pages.first().evaluate((picture) => picture.decode());
	must(await pages.first().evaluate((picture) => picture.naturalWidth) === 1200, "the page's picture is not as wide as it should be");
}

/** Whether the first of two elements lies wholly in the second; runs in the page. */
function isInside(selectors) {
	const [a, b] = selectors.map((selector) => document.querySelector(selector).getBoundingClientRect());
	return a.top >= b.top && a.bottom <= b.bottom;
}

/** Sends two files, of which the first is "ảnh một.png"; stops its reading, and has it read again. */
async function stopAndReadAgain(site, page, files) {
	await page.goto("/plan/upload");
	await page.setInputFiles("#file", files);
	await page.click('form[enctype] button[type="submit"]');
	await page.waitForURL("**/plan/queue");
	const row = page.locator(".queued", { has: page.getByRole("heading", { name: "ảnh một.png", exact: true }) });
	await row.locator("progress").waitFor();
	await row.locator('form[action$="/cancel"] button').focus();
	for (let asked = 0; asked < 2; asked++) // the page is asked again meanwhile
		await page.waitForResponse((response) => response.url().endsWith("/plan/queue"));
	await page.waitForTimeout(100);
	must(await page.evaluate(() => document.activeElement.closest("form")?.action.endsWith("/cancel")), "the focus is lost");
	await page.keyboard.press("Enter");
	await row.locator(".badge-cancelled").waitFor();
	must(new URL(page.url()).pathname === "/plan/queue", `stopping led to ${page.url()}`);
	await row.locator('form[action$="/again"] button').click();
	await row.locator("progress").waitFor();
	for (const stop of await page.locator('form[action$="/cancel"] button').all())
		await page.request.post(await stop.evaluate((button) => button.form.action), {
			form: { form_token: await stop.evaluate((button) => button.form.elements.form_token.value) }, headers: { origin: site.url },
		});
}

export const cases = [
	{
		name: "files dropped on the zone are chosen and listed",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await page.goto("/plan/upload");
			const data = await page.evaluateHandle(() => {
				const transfer = new DataTransfer();
				transfer.items.add(new File(["Kế hoạch"], "kế-hoạch.txt", { type: "text/plain" }));
				return transfer;
			});
			await page.dispatchEvent("[data-drop]", "drop", { dataTransfer: data });
			must(await page.$eval("#file", (input) => input.files.length) === 1, "the input does not hold the file");
			must((await page.innerText(".drop-list")).includes("kế-hoạch.txt"), "the file is not listed");
		}),
	},
	{
		name: "several files are dropped, one is taken back, the others are sent one by one and read",
		run: (site) => site.visit({ as: "tinh" }, async (page) => {
			await page.goto("/plan/upload");
			const { buffer } = sample("ke-hoach-tinh-2026.txt", `\n(bản ${++copies})\n`);
			const drop = async (...names) => page.dispatchEvent("[data-drop]", "drop", {
				dataTransfer: await page.evaluateHandle(([list, text]) => {
					const transfer = new DataTransfer();
					for (const name of list)
						transfer.items.add(new File([text + name.slice(0, 1)], name, { type: "text/plain", lastModified: 1 }));
					return transfer;
				}, [names, buffer.toString("utf8")]),
			});
			await drop("a.txt", "b.txt");
			await drop("b.txt", "c.txt", "a-again.txt");
			const items = page.locator(".drop-list li");
			must(await items.count() === 4, `${await items.count()} files are listed, not 4`);
			await items.filter({ hasText: "b.txt" }).locator("button").click();
			must(await page.$eval("#file", (input) => input.files.length) === 3, "the input holds what was taken back");
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForURL("**/plan/queue");
			await page.locator("#queue:not([data-poll])").waitFor();
			const row = (name) => page.locator(".queued", { has: page.getByRole("heading", { name, exact: true }) }).first();
			must(await row("a.txt").locator(".badge-review").count() === 1, "a.txt was not read");
			must(await row("c.txt").locator('a[href$="/review"]').count() === 1, "c.txt cannot be looked over");
			must((await row("a-again.txt").innerText()).includes("đã có đúng tệp này"), "the same bytes are not known");
			must(await row("b.txt").count() === 0, "what was taken back was sent");
			const plan = (name) => row(name).locator("h2 a").getAttribute("href");
			must(await plan("a-again.txt") === await plan("a.txt"), "the copy does not lead to the plan that is there");
			const original = await page.request.get(await row("a.txt").locator('a[href$="/original"]').getAttribute("href"));
			must((await original.body()).equals(Buffer.concat([buffer, Buffer.from("a")])), "the original is not what was sent");
		}),
	},
	{
		name: "the queue shows how far readings are; one is stopped and read again without leaving it",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			const files = [await picturedPlan(page, "ảnh một"), await picturedPlan(page, "ảnh hai")];
			await site.holdReadings(() => stopAndReadAgain(site, page, files));
		}),
	},
	{
		name: "the browser's own button for files gives way to one in the page's language, which opens the same",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await page.goto("/plan/upload");
			const asked = page.waitForEvent("filechooser");
			await page.click(".drop-choose");
			must((await asked).isMultiple(), "only one file can be chosen");
			must(await page.innerText(".drop-choose") === "Chọn tệp", "the button is in another language");
		}),
	},
	{
		name: "a press on a restored word says what the file has, a second takes it away",
		run: (site) => site.visit({ as: "doico" }, async (page) => {
			await page.goto("/plan/upload");
			await page.setInputFiles("#file", damaged("phuong.tsv", `\n(${++copies})\n`));
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForURL(/\/plan\/\d+\/review/);
			const word = page.locator("#source .source-cell > ins.mended[title]").first(), said = page.locator(".mended-was");
			const title = await word.getAttribute("title");
			await word.click();
			must(await said.innerText() === title, "the press says something else");
			await word.click();
			must(await said.count() === 0, "a second press leaves it there");
		}),
	},
	{
		name: "a reading that ends leads to the review by itself",
		run: (site) => site.visit({ as: "province" }, openReview),
	},
	{
		name: "a field in focus shows its place in the source, and a place its field",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await openReview(page);
			const field = await page.$eval(".source mark[id^=t]", (mark) => mark.dataset.field);
			await page.click(`mark[data-field="${field}"] a`);
			must(await page.evaluate(() => document.activeElement.id) === field, "the place does not lead to its field");
			await page.focus("#h-number");
			await page.focus(`#${field}`);
			must(await page.locator(`mark.here[data-field="${field}"]`).count() > 0, "the field's place is not shown");
			await page.waitForFunction(isInside, [`mark[data-field="${field}"]`, ".source"]); // it scrolls smoothly
		}),
	},
	{
		name: "F8 goes through what was not read surely, first to last and back; what is said to be right is left out",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await openReview(page);
			const doubts = await page.$$eval(".leads a", (links) => links.map((link) => link.hash.slice(1)).filter((id) => /^[ht]/.test(id)));
			must(doubts.length > 2, `only ${doubts.length} places to look at`);
			const mustBeAt = async (id) => must(await page.evaluate(() => document.activeElement.id) === id, `F8 leads to ${await page.evaluate(() => document.activeElement.id)}, not ${id}`);
			for (const id of doubts) {
				await page.keyboard.press("F8");
				await mustBeAt(id);
			}
			await page.keyboard.press("Shift+F8");
			await mustBeAt(doubts.at(-2));
			await page.keyboard.press("F8");
			await page.keyboard.press("F8");
			await mustBeAt(doubts[0]); // round again
			await page.click('[data-doubt="1"]');
			await mustBeAt(doubts[1]);
			const box = page.locator(`.read:has(#${doubts[0]}) input[name$="-right"]`);
			await box.check();
			await page.locator('.review-actions button[value="save"]').click();
			await page.locator(".flash").waitFor();
			const left = await page.$$eval(".leads a", (links) => links.map((link) => link.hash.slice(1)).filter((id) => /^[ht]/.test(id)));
			must(left.join() === doubts.slice(1).join(), `left are ${left}`);
		}),
	},
	{
		name: "a source with pages is shown as it looks: the field in focus has its box, and the box leads to the field",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await openPrinted(page, "khung");
			await mustShowPages(page);
			const task = page.locator(".task-read").first(), title = task.locator('[id$="-title"]'), id = await title.getAttribute("id");
			await task.evaluate((details) => { details.open = true; });
			await title.focus();
			must(await page.locator(`.sheet a.here[data-field="${id}"]`).count() > 0, "the field has no box on its page");
			await page.waitForFunction(isInside, [`#${id}-at`, ".source"]);
			await page.focus("#h-number");
			await page.locator(`#${id}-at`).click();
			must(await page.evaluate(() => document.activeElement.id) === id, "the box does not lead to its field");
			await page.check("#zoom");
			await page.click('.switch a');
			await page.locator(`.source-lines mark[data-field="${id}"]`).first().waitFor({ state: "attached" });
		}),
	},
	{
		name: "the same without scripts: links lead from a field to its box and back, and the browser keeps the pictures",
		run: (site) => site.visit({ as: "province", javaScript: false }, async (page) => {
			await openPrinted(page, "khung tĩnh");
			await mustShowPages(page);
			const link = page.locator('.read a.to-place[href$="#h-number-at"]');
			await link.click();
			must(new URL(page.url()).hash === "#h-number-at", `the link led to ${page.url()}`);
			await page.locator("#h-number-at").click();
			must(new URL(page.url()).hash === "#h-number", `the box led to ${page.url()}`);
			const picture = await page.locator(".sheet img").first().getAttribute("src");
			const { etag } = (await page.request.get(picture)).headers();
			const again = await page.request.get(picture, { headers: { "if-none-match": etag } });
			must(again.status() === 304, `asked again, the picture answers ${again.status()}`);
			must((await page.request.get(picture.replace(/\d+$/, "99"))).status() === 404, "there is a page 99");
		}),
	},
	{
		name: "a link into a folded task unfolds it",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await openReview(page);
			const field = await page.locator("details.task-read:not([open]) textarea").first().getAttribute("id");
			await page.goto(`${page.url()}#${field}`);
			await page.waitForFunction((id) => document.getElementById(id).closest("details").open, field);
		}),
	},
	{
		name: "leaving with changes that were not sent asks first",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			let asked = 0;
			page.on("dialog", (dialog) => {
				asked++;
				dialog.accept();
			});
			await openReview(page);
			await page.goto("/plan");
			must(asked === 0, "it asked although nothing was changed");
			await page.goBack();
			await page.fill("#h-number", "28/KH-UBND");
			await page.goto("/plan");
			must(asked === 1, "it did not ask");
		}),
	},
	{
		name: "what is wrong with a form is in focus when the page opens",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await page.goto("/plan/upload");
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForSelector(".error-summary");
			must(await page.evaluate(() => document.activeElement.className) === "error-summary", "the summary is not in focus");
			await page.click(".error-summary a");
			must(await page.evaluate(() => document.activeElement.id) === "file", "its link does not lead to the field");
		}),
	},
];
