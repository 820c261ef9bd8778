// What the program is for: a plan comes in, is looked over and confirmed, and the year runs. With a mouse, without scripts, on a
// phone, by the keyboard alone.
import { sample } from "./harness.mjs";
import { must } from "./checks.mjs";
import { confirm, dayFromToday, Keyboard, Mouse, putIn, signIn } from "./steps.mjs";

const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** Waits until an element has been scrolled into the window. */
async function mustComeInSight(locator, words) {
	const seen = await locator.page().waitForFunction((element) => {
		const box = element.getBoundingClientRect();
		return box.top < innerHeight && box.bottom > 0;
	}, await locator.elementHandle(), { timeout: 10_000 }).catch(() => null);
	must(seen, `${words} is not brought into sight`);
}

async function open(page, hand, task) {
	if (!await task.evaluate((details) => details.open))
		await hand.press(task.locator("summary"));
}

/** Every field that was read names its place, and the place leads back to the field. */
async function checkMarks(page) {
	const { wrong, found } = await page.evaluate(() => {
		const wrong = [];
		const links = [...document.querySelectorAll(".read .to-place")];
		for (const link of links) {
			const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
			const field = place?.dataset.field, fits = field && link.closest(".read").contains(document.getElementById(field));
			// Words that two fields were read from are the mark of the first; the second shows their line.
			if (!document.querySelector(".source").contains(place) || !(fits || (!field && place.querySelector("mark"))))
				wrong.push(link.hash);
		}
		for (const back of document.querySelectorAll(".source mark a"))
			if (!document.getElementById(decodeURIComponent(back.hash.slice(1))))
				wrong.push(`${back.textContent} leads to ${back.hash}`);
		return { wrong, found: links.length };
	});
	must(wrong.length === 0, `places that do not fit their field: ${wrong.slice(0, 5).join(", ")}`);
	must(found > 15, `only ${found} fields show their place in the source`);
}

/** From a field to its place in the source, and from there back. */
async function jumpAbout(page, hand, task, script) {
	const title = task.locator('[id$="-title"]');
	const id = await title.getAttribute("id");
	const place = page.locator(`#${id}-at`);
	const read = (await title.inputValue()).toLowerCase().replace(/\s+/g, "");
	const printed = (await place.innerText()).toLowerCase().replace(/\s+/g, "");
	must(read.startsWith(printed.slice(0, 8)), `“${printed}” is no place of “${read}”`);
	await hand.press(task.locator(`a[href$="#${id}-at"]`));
	must(new URL(page.url()).hash === `#${id}-at`, `the link led to ${page.url()}`);
	await mustComeInSight(place, "the place in the source");
	await hand.press(place.locator("a"));
	if (script)
		must(await title.evaluate((element) => element === document.activeElement), "the field has not got the focus");
	await mustComeInSight(title, "the field");
}

/** Corrects the first task's title, and says the day in the plan's words. -> the title */
async function correct(page, hand, id, day) {
	const task = page.locator(".task-read").first();
	await open(page, hand, task);
	const title = task.locator('[id$="-title"]');
	const corrected = `${tidy(await title.inputValue())} (đã rà soát)`;
	await hand.write(title, corrected);
	await hand.write(task.locator('[id$="-schedule"]'), `Hoàn thành chậm nhất ngày ${day.typed}`);
	await hand.press(page.locator('.review-actions button[value="save"]'));
	await page.locator(".flash").waitFor();
	must(new URL(page.url()).pathname === `/plan/${id}/review`, `saving led to ${page.url()}`);
	await open(page, hand, page.locator(".task-read").first());
	must(await title.inputValue() === corrected, "the corrected title was not kept");
	must(tidy(await task.locator(".understood").innerText()).includes(day.written), `the day was not understood: ${await task.locator(".understood").innerText()}`);
	return corrected;
}

/** On Today, the task stands under the day that it was given, in words. -> its line. */
async function findLine(page, title, day) {
	const line = page.locator("#week .line", { has: page.getByRole("link", { name: title, exact: true }) });
	must(await line.count() === 1, `“${title}” stands ${await line.count()} times among what is due within seven days`);
	const when = await line.locator(".line-when").innerText();
	must(when.includes(day.words), `“${when}” is not ${day.words}`);
	must(/còn \d+ ngày/.test(when), `“${when}” does not tell how long there is`);
	return line;
}

/** The whole way. options: what Site.visit takes; `as` and `file`: whose plan. */
function goTheWay(site, options) {
	const { as, file, javaScript: script = true } = options;
	return site.visit({ ...options, as: undefined }, async (page) => {
		const hand = new Mouse(page), day = dayFromToday(3), later = dayFromToday(5);
		await signIn(site, page, hand, as);
		const id = await putIn(page, hand, sample(file));
		await checkMarks(page);
		const first = page.locator(".task-read").first();
		await open(page, hand, first);
		await jumpAbout(page, hand, first, script);
		const title = await correct(page, hand, id, day);
		await confirm(page, hand, id);
		must(await page.locator(".flash").count() === 1, "nothing says that the plan was confirmed");

		// One task, from Today to done.
		const line = await findLine(page, title, day);
		await hand.press(line.getByRole("link", { name: title, exact: true }));
		await page.waitForURL(/\/task\/\d+$/);
		const deadline = () => page.locator(".deadlines li", { hasText: day.words });
		await hand.press(deadline().locator("button"));
		await page.locator(".flash").waitFor();
		must(await deadline().locator(".badge-done").count() === 1, "the deadline does not show as done");
		must(await deadline().locator('form:not([action$="/reopen"]) button').count() === 0, "what is done can be done again");

		// The same task, corrected: first with a date that is none, then with another day.
		await hand.press(page.locator('main a[href$="/edit"]'));
		await hand.write(page.locator("#dates"), "31/02/2026");
		await hand.press(page.locator('.actions button[value="save"]'));
		const problem = page.locator('.error-summary a[href="#dates"]');
		await problem.waitFor();
		if (script)
			must(await page.locator(".error-summary").evaluate((element) => element === document.activeElement), "the problem is not read out");
		must(await page.locator("#dates").inputValue() === "31/02/2026", "what was typed is lost");
		await hand.write(page.locator("#dates"), `${day.typed}, ${later.typed}`);
		await hand.write(page.locator("#authority"), "Chủ tịch Ủy ban nhân dân");
		await hand.press(page.locator('.actions button[value="save"]'));
		await page.waitForURL(/\/task\/\d+$/);
		must((await page.locator("main").innerText()).includes("Chủ tịch Ủy ban nhân dân"), "the corrected field does not show");
		must(await page.locator(".deadlines li", { hasText: later.words }).count() === 1, `the added day ${later.words} does not show: ${await page.locator(".columns").innerText()}`);
		must(await deadline().locator(".badge-done").count() === 1, "what was done is forgotten by a correction");

		// The year has both days.
		await page.goto(`/year?year=${day.year}&plan=${id}`);
		const done = page.locator(".month-lines li", { hasText: day.words }).filter({ hasText: title });
		must(await done.locator(".badge-done").count() === 1, "the year does not show what is done");
		await page.goto(`/year?year=${later.year}&plan=${id}`);
		const open_line = page.locator(".month-lines li", { hasText: later.words }).filter({ hasText: title });
		must(await open_line.locator(".badge-soon").count() === 1, "the year does not show what is due");
	});
}

/** Without a mouse from signing in until the plan counts. */
function goByKeyboard(site) {
	return site.visit({}, async (page) => {
		const hand = new Keyboard(page);
		await page.goto("/sign-in");
		await hand.press(page.locator(".skip"));
		must(await page.evaluate(() => document.activeElement.id) === "main", "the skip link does not lead to the content");
		await signIn(site, page, hand, "doico");
		const id = await putIn(page, hand, sample("ke-hoach-xa-2026.md"));
		await confirm(page, hand, id);
		must(await page.locator(".flash").count() === 1, "nothing says that the plan was confirmed");
	});
}

/** Whoever types Vietnamese presses Enter all the time: in a field it saves, and does nothing else. */
async function pressEnter(page) {
	const tasks = await page.locator(".task-read").count();
	await open(page, new Mouse(page), page.locator(".task-read").first());
	await page.locator("#h-place").press("Enter");
	await page.locator(".flash").waitFor();
	must(await page.locator(".task-read").count() === tasks, "Enter in a field added a task");
}

export const cases = [
	{
		name: "a plan comes in, is looked over and confirmed, and one of its tasks is done and corrected",
		run: (site) => goTheWay(site, { as: "tinh", file: "ke-hoach-tinh-2026.txt" }),
	},
	{
		name: "the same without scripts",
		run: (site) => goTheWay(site, { as: "yte", file: "ke-hoach-so-y-te-2026.txt", javaScript: false }),
	},
	{
		name: "the same on a phone, 375 pixels wide",
		run: (site) => goTheWay(site, { as: "ttyt", file: "ke-hoach-trung-tam-2026.md", width: 375 }),
	},
	{ name: "by the keyboard alone, with the focus in sight all the way", run: goByKeyboard },
	{
		name: "Enter in a field saves",
		run: (site) => site.visit({ as: "noivu" }, async (page) => {
			await page.goto("/");
			await putIn(page, new Mouse(page), sample("ke-hoach-so-noi-vu-2027.txt"));
			await pressEnter(page);
		}),
	},
	{
		name: "what a late plan had to keep before today is counted as done, and taken back on its task",
		run: (site) => site.visit({ as: "noivu" }, async (page) => {
			await page.goto("/");
			const id = await putIn(page, new Mouse(page), sample("ke-hoach-tinh-2026.txt", "\n(nộp muộn)\n"));
			await page.goto(`/plan/${id}/confirm`);
			await page.check("#past_done");
			await page.click(`form[action="/plan/${id}/confirm"] button[type="submit"]`);
			await page.waitForURL(new RegExp(`/\\?plan=${id}$`));
			must(await page.locator(".line-overdue").count() === 0, "something of the plan is overdue");
			await page.goto(`/plan/${id}`);
			await page.locator('.tasks a[href^="/task/"]').first().click();
			await page.waitForURL(/\/task\/\d+$/);
			const reopen = page.locator('form[action$="/reopen"] button');
			const before = await reopen.count();
			must(before > 0, "no deadline of the first task is done");
			await reopen.first().click();
			await page.locator(".flash").waitFor();
			must(await reopen.count() === before - 1, "the deadline was not opened again");
			must(await page.locator(".deadlines .badge-overdue").count() === 1, "the opened deadline does not show as overdue");
		}),
	},
	{
		name: "the same file again leads to the plan that is there",
		run: (site) => site.visit({ as: "province" }, async (page) => {
			await page.goto("/plan/upload");
			await page.setInputFiles("#file", sample("ke-hoach-tinh-2026.txt", ""));
			await page.click('form[enctype] button[type="submit"]');
			await page.locator('.actions a[href="/plan/1"]').waitFor();
		}),
	},
	{
		name: "a file that is no text is refused with what to do",
		run: (site) => site.visit({ as: "officer" }, async (page) => {
			await page.goto("/plan/upload");
			await page.setInputFiles("#file", { name: "anh.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0, 1, 2, 3]) });
			await page.click('form[enctype] button[type="submit"]');
			await page.locator("#reading .note.late").waitFor();
			must(await page.locator('form[action$="/again"]').count() === 1, "it cannot be read again");
		}),
	},
	{
		name: "a file that holds no task is said to hold none, with what to do",
		run: (site) => site.visit({ as: "officer" }, async (page) => {
			const words = "ỦY BAN NHÂN DÂN XÃ ĐỒI CỌ\nTHÔNG BÁO\nVề lịch tiếp công dân\nTrụ sở mở cửa cả tuần.\n";
			await page.goto("/plan/upload");
			await page.setInputFiles("#file", { name: "thong-bao.txt", mimeType: "text/plain", buffer: Buffer.from(words) });
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForURL(/\/plan\/\d+\/review/);
			await page.goto("/plan/queue");
			const row = page.locator(".queued", { has: page.getByRole("heading", { name: "thong-bao.txt", exact: true }) });
			must((await row.innerText()).includes("Không tìm thấy nhiệm vụ nào"), "the queue does not say that there is no task");
		}),
	},
	{
		name: "tasks that the plan does not number are told apart in the review, and have no column of numbers after it",
		run: (site) => site.visit({ as: "officer" }, async (page) => {
			const rows = ["Phát tin trên loa|Trước ngày 15/9/2026|Văn phòng|Bản tin", "Họp thôn|Trước ngày 20/10/2026|Trưởng thôn|Biên bản"]
				.map((row) => `<tr><td>${row.split("|").join("<td>")}`);
			const head = "<tr><th>Nội dung nhiệm vụ<th>Thời gian hoàn thành<th>Đơn vị thực hiện<th>Sản phẩm";
			const html = `<!doctype html><meta charset="utf-8"><p>ỦY BAN NHÂN DÂN XÃ ĐỒI CỌ</p><p>KẾ HOẠCH</p><p>Tuyên truyền năm 2026</p>
				<p>I. NHIỆM VỤ</p><table>${head}${rows.join("")}</table>`;
			await page.goto("/plan/upload");
			await page.setInputFiles("#file", { name: "khong-so.html", mimeType: "text/html", buffer: Buffer.from(html) });
			await page.click('form[enctype] button[type="submit"]');
			await page.waitForURL(/\/plan\/\d+\/review/);
			const heads = await page.locator(".task-head b").allInnerTexts();
			must(heads.join() === "Nhiệm vụ (1),Nhiệm vụ (2)", `the tasks are called ${heads}`);
			await page.goto(page.url().replace(/\/review.*/, ""));
			must(await page.locator(".tasks tbody tr").count() === 2, "the plan does not show its two tasks");
			must(!await page.locator(".tasks thead .ordinal").isVisible(), "an empty column of numbers is shown");
		}),
	},
	{
		name: "a wrong password is told, with the login kept",
		run: (site) => site.visit({}, async (page) => {
			await page.goto("/sign-in");
			await page.fill("#login", "doico");
			await page.fill("#password", "not-the-password");
			await page.click('main button[type="submit"]');
			await page.locator(".error-summary").waitFor();
			must(await page.inputValue("#login") === "doico", "the login is lost");
		}),
	},
	{
		name: "one signs out",
		run: (site) => site.visit({}, async (page) => {
			await site.signIn(page, "officer");
			await page.goto("/account");
			await page.click('form[action="/sign-out"] button');
			const answer = await page.goto("/account");
			must(answer.status() === 401, `after signing out the account answers ${answer.status()}`);
		}),
	},
];
