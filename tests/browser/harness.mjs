// A server with the sample province, a browser, and what every page is checked for.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const sauro = process.env.SAURO ?? join(root, "build", "src", "main", "sauro");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
	"--disable-background-networking", "--disable-component-update", "--disable-sync"];
const validator = new HtmlValidate({
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		"long-title": "off", // the title of a page about a plan holds the plan's title
		"doctype-style": ["error", { style: "lowercase" }],
		"no-trailing-whitespace": "off",
		"void-style": "off",
		"no-implicit-input-type": "off", // a plain text field needs no word
		"prefer-native-element": "error",
		"no-inline-style": "error",
		"valid-id": ["error", { relaxed: true }],
	},
});

export const widths = [375, 768, 1280];
export const schemes = ["light", "dark"];

function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

async function answers(url, child, ms) {
	const end = Date.now() + ms;
	while (Date.now() < end) {
		if (child.exitCode !== null)
			throw new Error(`the server ended with status ${child.exitCode}`);
		try {
			await fetch(url, { redirect: "manual" });
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
	throw new Error(`the server gave no answer within ${ms} ms`);
}

/** The program with the sample province in a folder of its own, on a free port of this machine, and a browser. */
export class Site {
	static async start() {
		const site = new Site();
		site.folder = mkdtempSync(join(tmpdir(), "sauro-browser-"));
		site.log = "";
		try {
			site.accounts = JSON.parse(execFileSync(join(root, "tools", "sample.sh"), [sauro, site.folder], { encoding: "utf8" }));
			const port = await freePort();
			site.url = `http://127.0.0.1:${port}`;
			site.server = spawn(sauro, ["serve", "--data", site.folder, "--listen", `127.0.0.1:${port}`], { stdio: ["ignore", "pipe", "pipe"] });
			for (const stream of [site.server.stdout, site.server.stderr])
				stream.on("data", (text) => (site.log += text));
			await answers(site.url, site.server, 10_000);
			site.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
		} catch (error) {
			await site.stop();
			throw new Error(`${error.message}\n${site.log}`);
		}
		return site;
	}

	async stop() {
		await this.browser?.close();
		if (this.server && this.server.exitCode === null) {
			const ended = new Promise((resolve) => this.server.on("exit", resolve));
			this.server.kill("SIGTERM");
			await ended;
		}
		rmSync(this.folder, { recursive: true, force: true });
	}

	/**
	 * Runs `work(page)` in a fresh context. options: { javaScript, width, scheme, role, complaintsAllowed }: a role signs in; the
	 * browser's complaints that match are what the test is about.
	 */
	async visit(options, work) {
		const { javaScript = true, width = 1280, scheme = "light", role, complaintsAllowed } = options;
		const context = await this.browser.newContext({
			baseURL: this.url, javaScriptEnabled: javaScript, colorScheme: scheme, locale: "vi-VN", viewport: { width, height: 900 },
		});
		const page = await context.newPage();
		const complaints = [];
		page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
		page.on("console", (message) => {
			if (message.type() === "error" && !complaintsAllowed?.test(message.text()))
				complaints.push(`console: ${message.text()}`);
		});
		page.on("request", (request) => {
			if (!request.url().startsWith(this.url) && !request.url().startsWith("data:"))
				complaints.push(`fetched from elsewhere: ${request.url()}`);
		});
		try {
			if (role)
				await this.signIn(page, role);
			await work(page);
		} finally {
			await context.close();
		}
		if (complaints.length > 0)
			throw new Error(complaints.join("\n"));
	}

	async signIn(page, role) {
		const account = this.accounts[role];
		if (!account)
			throw new Error(`the sample province has nobody of the role ${role}`);
		await page.goto("/sign-in");
		await page.fill('input[name="login"]', account.login);
		await page.fill('input[name="password"]', account.password);
		await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.click('main button[type="submit"]')]);
	}
}

/** Fails where the page's HTML is not valid; `html` as the server sent it. */
export async function checkHtml(page, path) {
	const html = await (await page.request.get(path)).text();
	const report = await validator.validateString(html);
	if (!report.valid) {
		const rows = report.results.flatMap((result) => result.messages)
			.map((one) => `${path}:${one.line}: ${one.message} (${one.ruleId})`);
		throw new Error(rows.slice(0, 10).join("\n"));
	}
}

/** Fails where axe-core finds a barrier on the page as it stands. */
export async function checkAccess(page) {
	// By the protocol, not by a script element: the page's Content-Security-Policy stays in force.
	await page.evaluate(axeSource);
	const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
	const rows = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
	if (rows.length > 0)
		throw new Error(`${page.url()}\n${rows.slice(0, 10).join("\n")}`);
}

/** Fails where a page is wider than the window, so that one must scroll sideways. */
export async function checkWidth(page) {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	if (over > 0)
		throw new Error(`${page.url()} is ${over} pixels wider than the window`);
}

/** Pictures of one path at every width, light and dark, in build/pictures/. */
export async function takePictures(site, role, path, name) {
	const folder = join(root, "build", "pictures");
	mkdirSync(folder, { recursive: true });
	for (const scheme of schemes) {
		for (const width of widths) {
			await site.visit({ role, scheme, width }, async (page) => {
				await page.goto(path);
				await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
			});
		}
	}
}
