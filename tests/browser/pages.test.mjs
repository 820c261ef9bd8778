// Every page there is, also those that forms and mistakes lead to: valid HTML, no barrier, no scrolling sideways at any width,
// light and dark, nothing in the console, nothing fetched from elsewhere.
import { execFileSync } from "node:child_process";
import { printedPlan, sample, sauro, Site } from "./harness.mjs";
import { checkHtml, checkLooks, must } from "./checks.mjs";

/** A form of the page, sent as the browser would, but with these values and without the browser's own checks. */
async function send(page, form, values) {
	const locator = page.locator(form);
	await Promise.all([
		page.waitForEvent("load"),
		locator.evaluate((element, given) => {
			element.noValidate = true;
			for (const [name, value] of Object.entries(given))
				element.elements[name].value = value;
			element.requestSubmit();
		}, values),
	]);
}

async function planInReview(page) {
	await page.goto("/plan?state=review");
	return (await page.locator('main a[href$="/review"]').first().getAttribute("href")).match(/\d+/)[0];
}

async function editInVain(page) {
	const other = await page.context().newPage();
	await page.goto("/task/1/edit");
	await other.goto("/task/1/edit");
	await other.locator("#authority").fill("Giám đốc Sở Nội vụ");
	await send(other, "main form", {});
	await other.close();
	await send(page, "main form", { authority: "Chủ tịch Ủy ban nhân dân tỉnh" });
}

const noText = { name: "anh.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0, 4, 5, 6]) };

async function upload(page, ...files) {
	await page.goto("/plan/upload");
	await page.setInputFiles("#file", files);
	await page.click('form[enctype] button[type="submit"]');
	await page.waitForLoadState();
}

/** What the session's end leaves: the cookie of a session that the server no longer knows. */
async function endSession(site, page, who) {
	await site.signIn(page, who);
	const state = await page.context().storageState();
	const elsewhere = await site.browser.newContext({ baseURL: site.url, storageState: state });
	const other = await elsewhere.newPage();
	await other.goto("/account");
	await other.click('form[action="/sign-out"] button');
	await elsewhere.close();
}

/*
 * The pages. name: of the pictures. as: who looks. route: the row of `sauro routes` that it stands for, where there is one.
 * path: its address; or go: how one gets there. status: what it answers.
 */
const pages = [
	{ name: "sign-in", route: "/sign-in", path: "/sign-in" },
	{ name: "sign-in-401", path: "/year", status: 401 },
	{
		name: "sign-in-422", status: 422,
		go: async (page) => {
			await page.goto("/sign-in");
			await send(page, "main form", { login: "doico", password: "not-the-password" });
		},
	},
	{ name: "account", route: "/account", as: "administrator", path: "/account" },
	{ name: "password", route: "/account/password", as: "officer", path: "/account/password" },
	{
		name: "password-422", as: "officer", status: 422,
		go: async (page) => {
			await page.goto("/account/password");
			await send(page, "main form", { old_password: "x", new_password: "short", again_password: "other" });
		},
	},
	{
		name: "feed-address", as: "officer",
		go: async (page) => {
			await page.goto("/account");
			await send(page, 'form[action="/account/feed"]', {});
		},
	},
	{ name: "people", route: "/person", as: "administrator", path: "/person" },
	{ name: "people-none", as: "administrator", path: "/person?q=khong+ai+ca" },
	{ name: "person", route: "/person/{id}", as: "administrator", path: "/person/3" },
	{ name: "person-add", route: "/person/add", as: "administrator", path: "/person/add" },
	{
		name: "person-add-422", as: "administrator", status: 422,
		go: async (page) => {
			await page.goto("/person/add");
			await send(page, "main form", { name: "", login: "Có dấu", unit: "KHONGCO" });
		},
	},
	{
		name: "person-secret", as: "administrator",
		go: async (page) => {
			await page.goto("/person/add");
			await page.check("#role-viewer");
			await send(page, "main form", { name: "Người Xem Ảnh", login: "nguoixem", unit: "LG.BL" });
		},
	},
	{ name: "units", route: "/unit", as: "administrator", path: "/unit" },
	{ name: "units-found", as: "viewer", path: "/unit?q=so" },
	{ name: "units-none", as: "viewer", path: "/unit?q=zzzz" },
	{ name: "unit", route: "/unit/{id}", as: "administrator", path: "/unit/1" },
	{ name: "unit-edit", route: "/unit/{id}/edit", as: "administrator", path: "/unit/3/edit" },
	{ name: "unit-add", route: "/unit/add", as: "administrator", path: "/unit/add" },
	{
		name: "unit-add-422", as: "administrator", status: 422,
		go: async (page) => {
			await page.goto("/unit/add");
			await send(page, "main form", { name: "", code: "lg snv", parent: "KHONGCO" });
		},
	},
	{ name: "today", route: "/", as: "administrator", path: "/" },
	{ name: "today-empty", as: "vanphong", path: "/" },
	{ name: "today-group", as: "administrator", path: "/?group=overdue" },
	{ name: "year", route: "/year", as: "administrator", path: "/year?year=2026&plan=1" },
	{ name: "plans", route: "/plan", as: "administrator", path: "/plan" },
	{ name: "plans-none", as: "administrator", path: "/plan?q=zzzz" },
	{ name: "upload", route: "/plan/upload", as: "administrator", path: "/plan/upload" },
	{
		name: "upload-422", as: "administrator", status: 422,
		go: (page) => upload(page, { name: "trong.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) }),
	},
	{ name: "upload-same", as: "province", go: (page) => upload(page, sample("ke-hoach-tinh-2026.txt", "")) },
	{
		name: "queue", route: "/plan/queue", as: "province",
		go: async (page) => {
			const empty = { name: "trong.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) };
			await upload(page, sample("ke-hoach-tinh-2026.txt", ""), sample("ke-hoach-xa-2026.md"), noText, empty);
			await page.waitForURL("**/plan/queue");
			await page.locator("#queue:not([data-poll])").waitFor();
			await page.goto("/plan/queue");
		},
	},
	{ name: "queue-empty", as: "vanphong", path: "/plan/queue" },
	{
		name: "progress-refused", route: "/plan/{id}/progress", as: "officer",
		go: async (page) => {
			await upload(page, noText);
			await page.locator("#reading .note.late").waitFor();
			await page.goto(page.url());
		},
	},
	{ name: "plan", route: "/plan/{id}", as: "administrator", path: "/plan/1" },
	{ name: "source", route: "/plan/{id}/source", as: "administrator", path: "/plan/1/source?line=160#l160" },
	{ name: "review", route: "/plan/{id}/review", as: "administrator", go: async (page) => page.goto(`/plan/${await planInReview(page)}/review`) },
	{
		name: "review-pages", as: "doico",
		go: async (page) => {
			await upload(page, await printedPlan(page, "trang"));
			await page.waitForURL(/\/review/);
			await page.goto(page.url());
		},
	},
	{
		name: "review-422", as: "administrator", status: 422,
		go: async (page) => {
			await page.goto(`/plan/${await planInReview(page)}/review`);
			await send(page, "form.review-fields", { "h-year": "năm nay", "h-issued_on": "31/02/2026" });
		},
	},
	{ name: "confirm", route: "/plan/{id}/confirm", as: "administrator", go: async (page) => page.goto(`/plan/${await planInReview(page)}/confirm`) },
	{ name: "task", route: "/task/{id}", as: "administrator", path: "/task/1" },
	{ name: "task-read-only", as: "viewer", path: "/task/2" },
	{ name: "task-edit", route: "/task/{id}/edit", as: "administrator", path: "/task/1/edit" },
	{
		name: "task-edit-422", as: "administrator", status: 422,
		go: async (page) => {
			await page.goto("/task/1/edit");
			await send(page, "main form", { title: "", dates: "mai" });
		},
	},
	{
		name: "task-edit-offers", as: "administrator",
		go: async (page) => {
			await page.goto("/task/3/edit");
			await send(page, "main form", { title: "Viết tin tuyên tryền về cải cách hành chính", products: "Ban tin phat thanh hang thang" });
			must(await page.locator(".offers").count() === 2, "what may have been meant is not offered");
		},
	},
	{
		name: "task-note-offers", as: "administrator",
		go: async (page) => {
			await page.goto("/task/3");
			await send(page, 'main form[action$="/status"]', { note: "Da dang tin tren trang thong tin dien tu" });
			must(await page.locator(".offers").count() === 1, "what may have been meant is not offered");
		},
	},
	{ name: "task-409", as: "administrator", status: 409, go: editInVain },
	{ name: "403", as: "viewer", path: "/person", status: 403 },
	{ name: "404", as: "viewer", path: "/nothing", status: 404 },
	{ name: "405", as: "viewer", path: "/sign-out", status: 405 },
	{
		name: "sign-in-carried", status: 401,
		go: async (page, site) => {
			await endSession(site, page, "head");
			await page.goto("/account").catch(() => undefined);
		},
	},
	{
		name: "again", as: "officer", status: 403,
		go: async (page) => {
			await page.goto("/account");
			await send(page, 'main form[action="/account"]', { form_token: "x", name: "Hà Văn Ngoan" });
		},
	},
];

/** Opens the page; -> the answer that it is. */
async function open(site, page, one) {
	let answer;
	page.on("response", (response) => {
		if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
			answer = response;
	});
	if (one.path)
		await page.goto(one.path);
	else
		await one.go(page, site);
	must(answer.status() === (one.status ?? 200), `${one.name} answers ${answer.status()}`);
	return answer;
}

async function check(site, one) {
	await site.visit({ as: one.as }, async (page) => {
		const answer = await open(site, page, one);
		await checkHtml(await answer.text(), one.name);
		await checkLooks(page, site.screens ? one.name : undefined);
	});
}

function checkEveryRouteIsThere() {
	const rows = execFileSync(sauro, ["routes"], { encoding: "utf8" }).trim().split("\n").map((row) => row.split("\t"));
	const files = ["/health", "/plan/{id}/original", "/plan/{id}/page/{page}", "/feed/{token}", "/setup"];
	const left = rows.filter(([method, path]) => method === "GET" && !files.includes(path) && !pages.some((one) => one.route === path));
	must(left.length === 0, `nobody looks at ${left.map(([, path]) => path).join(", ")}`);
}

/** The first steps, on a server that knows nobody yet. */
async function checkFirstSteps(site) {
	const empty = await Site.start({ empty: true, browser: site.browser, screens: site.screens });
	try {
		await check(empty, { name: "setup", path: empty.firstSteps });
		await check(empty, {
			name: "setup-422", status: 422,
			go: async (page) => {
				await page.goto(empty.firstSteps);
				await send(page, "main form", { unit_name: "", unit_code: "x y", name: "An", login: "An", password: "ngan", again_password: "khac" });
			},
		});
		await empty.visit({}, async (page) => {
			await page.goto(empty.firstSteps);
			await send(page, "main form", {
				unit_name: "Ủy ban nhân dân tỉnh Lam Giang", unit_code: "H99", name: "Nguyễn Khắc Toàn", login: "quantri",
				password: "mot-mat-khau-dai", again_password: "mot-mat-khau-dai",
			});
			await page.locator(".nav").waitFor();
			must((await page.goto(empty.firstSteps)).status() === 404, "the first steps can be taken twice");
		});
	} finally {
		await empty.stop();
	}
}

export const cases = [
	{ name: "every route with a page is looked at", run: async () => checkEveryRouteIsThere() },
	{ name: "the first steps", run: checkFirstSteps },
	...pages.map((one) => ({ name: `the page ${one.name}`, run: (site) => check(site, one) })),
];
