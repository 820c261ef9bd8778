// The steps that people take, and the hands they take them with.
import { must } from "./checks.mjs";

const tabsMost = 400;

/** A mouse, or a finger. */
export class Mouse {
	constructor(page) {
		this.page = page;
	}

	press(locator) {
		return locator.click();
	}

	write(locator, text) {
		return locator.fill(text);
	}

	choose(locator, file) {
		return locator.setInputFiles(file);
	}
}

/** Nothing but Tab, Enter, Space and letters. Each place on the way must show that it has the focus, and lie in sight. */
export class Keyboard {
	constructor(page) {
		this.page = page;
		this.files = [];
		page.on("filechooser", (chooser) => chooser.setFiles(this.files));
	}

	async reach(locator) {
		for (let i = 0; i < tabsMost; i++) {
			await this.page.keyboard.press("Tab");
			const { here, problem } = await locator.evaluate((wanted) => {
				const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
				const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
				const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
				const [x, y] = [Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2, Math.max(0, box.top) + Math.min(8, box.height / 2)];
				const top = document.elementFromPoint(x, y);
				const covered = inSight && top && !at.contains(top) && !top.contains(at) && !top.closest("label")?.contains(at);
				const name = `${at.tagName.toLowerCase()}#${at.id} “${(at.textContent || at.name || "").trim().slice(0, 40)}”`;
				const problem = at === document.body ? "" : !outlined ? `${name} does not show its focus` : !inSight ? `${name} is out of sight`
					: covered ? `${name} lies under ${top.outerHTML.slice(0, 80)}` : "";
				return { here: at === wanted, problem };
			});
			must(problem === "", problem);
			if (here)
				return;
		}
		throw new Error(`${tabsMost} times Tab did not lead to ${locator}`);
	}

	async press(locator) {
		await this.reach(locator);
		await this.page.keyboard.press(await locator.evaluate((element) => (element.tagName === "BUTTON" ? "Space" : "Enter")));
	}

	async write(locator, text) {
		await this.reach(locator);
		await this.page.keyboard.press("Control+A");
		await this.page.keyboard.insertText(text);
	}

	async choose(locator, file) {
		await this.reach(locator);
		this.files = [file];
		await this.page.keyboard.press("Space");
		await this.page.waitForFunction((input) => input.files.length === 1, await locator.elementHandle());
	}
}

export async function signIn(site, page, hand, who) {
	const account = site.account(who);
	await page.goto("/");
	await hand.write(page.locator("#login"), account.login);
	await hand.write(page.locator("#password"), account.password);
	await hand.press(page.locator('form[action="/sign-in"] button[type="submit"]'));
	await page.waitForURL((url) => url.pathname === "/");
	await page.locator(".nav").waitFor();
}

/** From the list of plans to the review of the file that was put in; -> the plan's id. */
export async function putIn(page, hand, file) {
	await hand.press(page.locator('.nav a[href="/plan"]'));
	await page.waitForURL(/\/plan$/);
	await hand.press(page.locator('main a[href="/plan/upload"]').first());
	await page.waitForURL("**/plan/upload");
	await hand.choose(page.locator("#file"), file);
	await hand.press(page.locator('form[enctype] button[type="submit"]'));
	await page.waitForURL(/\/plan\/\d+\/review/);
	return Number(page.url().match(/\/plan\/(\d+)\//)[1]);
}

/** From the review to Today; -> how many tasks the plan was said to have. */
export async function confirm(page, hand, id) {
	await hand.press(page.locator('.review-actions button[value="confirm"]'));
	await page.waitForURL(`**/plan/${id}/confirm`);
	await hand.press(page.locator(`form[action="/plan/${id}/confirm"] button[type="submit"]`));
	await page.waitForURL(new RegExp(`/\\?plan=${id}$`));
}

/** A day so many days from today, as the state's clock has it: as a page says it with its weekday and without,
 * and as a person types it. */
export function dayFromToday(days) {
	const day = new Date(Date.now() + (7 * 3600 + days * 86400) * 1000);
	const two = (n) => String(n).padStart(2, "0");
	const [date, month, year] = [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()];
	// Nghị định 30/2020/NĐ-CP: a zero before days below 10 and months 1 and 2.
	const written = `${two(date)}/${month < 3 ? two(month) : month}/${year}`;
	const weekday = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"][day.getUTCDay()];
	return { written, words: `${weekday}, ${written}`, typed: `${two(date)}/${two(month)}/${year}`, iso: day.toISOString().slice(0, 10), year };
}
