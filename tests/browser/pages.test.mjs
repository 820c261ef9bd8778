// Every page that the program lists: valid HTML, no barrier, no sideways scrolling, whole without scripts.
import { execFileSync } from "node:child_process";
import { checkAccess, checkHtml, checkWidth, schemes, sauro, widths } from "./harness.mjs";

const pages = execFileSync(sauro, ["routes"], { encoding: "utf8" }).trim().split("\n")
	.map((row) => row.split("\t"))
	.filter(([method, path]) => method === "GET" && path !== "/setup")
	.map(([, path, permission]) => ({ path: path.replace(/\{\w+\}/g, "1"), permission }));

/** Calls `work(path)` for each page that is a page: not a file, not a way on to another. */
async function eachPage(page, role, work) {
	const wrong = [];
	for (const { path, permission } of pages) {
		if ((role === undefined) !== (permission === "anyone"))
			continue;
		const answer = await page.request.get(path, { maxRedirects: 0 });
		if (!(answer.headers()["content-type"] ?? "").startsWith("text/html") || answer.status() !== 200)
			continue;
		try {
			await work(path);
		} catch (error) {
			wrong.push(error.message);
		}
	}
	if (wrong.length > 0)
		throw new Error(wrong.join("\n"));
}

const who = (role) => role ?? "nobody";
const roles = [undefined, "administrator", "officer"];

const html = roles.map((role) => ({
	name: `the pages of ${who(role)} are valid HTML`,
	run: (site) => site.visit({ role, javaScript: false }, (page) => eachPage(page, role, (path) => checkHtml(page, path))),
}));

const access = roles.flatMap((role) => schemes.map((scheme) => ({
	name: `the pages of ${who(role)} have no barrier, ${scheme}`,
	run: (site) => site.visit({ role, scheme }, (page) => eachPage(page, role, async (path) => {
		await page.goto(path);
		await checkAccess(page);
	})),
})));

const width = roles.map((role) => ({
	name: `the pages of ${who(role)} fit ${widths.join(", ")} pixels`,
	run: (site) => site.visit({ role }, (page) => eachPage(page, role, async (path) => {
		await page.goto(path);
		for (const pixels of widths) {
			await page.setViewportSize({ width: pixels, height: 900 });
			await checkWidth(page);
		}
	})),
}));

const signIn = [
	{
		name: "one signs in and out without scripts",
		run: (site) => site.visit({ role: "officer", javaScript: false, complaintsAllowed: /status of 401/ }, async (page) => {
			await page.goto("/account");
			await Promise.all([page.waitForURL((url) => url.pathname !== "/account"), page.click('form[action="/sign-out"] button')]);
			await page.goto("/account");
			if (await page.locator('input[name="password"]').count() !== 1)
				throw new Error(`after signing out, ${page.url()} does not ask to sign in`);
		}),
	},
	{
		name: "a wrong password is told, with the login kept",
		run: (site) => site.visit({ complaintsAllowed: /status of 4\d\d/ }, async (page) => {
			await page.goto("/sign-in");
			await page.fill('input[name="login"]', site.accounts.officer.login);
			await page.fill('input[name="password"]', "not-the-password");
			await page.click('main button[type="submit"]');
			if (await page.inputValue('input[name="login"]') !== site.accounts.officer.login)
				throw new Error("the login is lost");
			await checkAccess(page);
		}),
	},
];

export const cases = [...signIn, ...html, ...access, ...width];
