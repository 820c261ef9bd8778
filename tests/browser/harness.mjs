// A server with the sample province and a browser that looks at it. What pages are checked for is in checks.mjs.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const sauro = process.env.SAURO ?? join(root, "build", "src", "main", "sauro");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
	"--disable-background-networking", "--disable-component-update", "--disable-sync"];

const patienceMs = 60_000; // with a step, on a machine that does much else

/** A sample plan as a file to put in. The sample province has it already; `more` makes it another file with the same words. */
export function sample(name, more = "\n") {
	return { name, mimeType: "text/plain", buffer: Buffer.from(readFileSync(join(root, "samples", name), "utf8") + more) };
}

/** A page of a plan as a machine without Vietnamese reads it. */
export function damaged(name, more) {
	const lines = readFileSync(join(root, "tests", "repair", name), "utf8").split("\n").map((line) => line.split("\t")[0]);
	return { name: name.replace(".tsv", ".txt"), mimeType: "text/plain", buffer: Buffer.from(lines.join("\n") + more) };
}

/** Markdown of the samples as HTML: headings, tables, bold words, lines. */
function htmlOf(markdown) {
	const styled = (text) => text.replace(/\*\*(.+?)\*\*/g, "<b>$1</b>").replace(/\*(.+?)\*/g, "<i>$1</i>");
	return markdown.split("\n").map((line) => {
		const heading = line.match(/^(#+) (.*)/), cells = line.match(/^\|(.*)\|$/)?.[1].split("|");
		if (cells)
			return /^[-: |]+$/.test(line) ? "" : `<tr>${cells.map((cell) => `<td>${styled(cell.trim())}</td>`).join("")}</tr>`;
		return heading ? `<h2>${styled(heading[2])}</h2>` : line.trim() && `<p>${styled(line)}</p>`;
	}).join("\n").replace(/(<tr>.*<\/tr>\n*)+/g, "<table>$&</table>");
}

/** Runs `work(page)` with a sample plan as a page to be printed; `word` makes it another one. */
async function withSample(browser, word, options, work) {
	const printer = await browser.newPage(options);
	try {
		await printer.setContent(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>${word}</title>
			<style>body { font: 14pt/1.5 serif; } h2 { text-align: center; font-size: 14pt; } table { border-collapse: collapse; } td { border: 1px solid; padding: 4px; }</style>
			${htmlOf(readFileSync(join(root, "samples", "ke-hoach-xa-2026.md"), "utf8"))}<p>(${word})</p>`);
		return await work(printer);
	} finally {
		await printer.close();
	}
}

/** A sample plan, printed by the browser to a PDF of several pages. */
export function printedPlan(page, word) {
	const margin = { top: "25mm", bottom: "25mm", left: "30mm", right: "15mm" };
	return withSample(page.context().browser(), word, {}, async (printer) => (
		{ name: `${word}.pdf`, mimeType: "application/pdf", buffer: await printer.pdf({ format: "A4", margin }) }));
}

/** The same as a picture, which takes seconds to be read. */
export function picturedPlan(page, word) {
	return withSample(page.context().browser(), word, { deviceScaleFactor: 2, viewport: { width: 900, height: 1270 } }, async (printer) => (
		{ name: `${word}.png`, mimeType: "image/png", buffer: await printer.screenshot({ fullPage: true }) }));
}

/** -> the process that started another one; undefined where that has ended. */
function parentOf(pid) {
	try {
		return Number(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/.*\) /s, "").split(" ")[1]);
	} catch {
		return undefined;
	}
}

/** The processes of sauro-reader that a server has started. */
function readersOf(pid) {
	const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
		try {
			return readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
		} catch {
			return []; // the thread has ended meanwhile
		}
	});
	return children.filter((child) => {
		try {
			return readFileSync(`/proc/${child}/comm`, "utf8").trim() === "sauro-reader";
		} catch {
			return false;
		}
	});
}

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

/** A session as a browser without scripts has it: it lacks the cookie by which a script says that it loads pages again itself. */
function withoutScripts(session) {
	return session && { ...session, cookies: session.cookies.filter(({ name }) => name !== "sauro_script") };
}

/** Gathers what no page may do: a script's error, an error in the console, a request that leaves the server. */
function listen(context, url) {
	const errors = [], refused = new Set();
	const add = (words, from) => errors.push({ words, from });
	context.on("weberror", (error) => add(`script: ${error.error().message}`));
	context.on("console", (message) => {
		if (message.type() === "error")
			add(`console: ${message.text()}`, message.location().url);
	});
	context.on("request", (request) => {
		if (new URL(request.url()).origin !== url && !request.url().startsWith("data:"))
			add(`fetched from elsewhere: ${request.url()}`);
	});
	// The browser notes a page of status 4xx as an error. Which status a page has, the tests say themselves.
	context.on("response", (response) => {
		if (response.request().isNavigationRequest() && response.status() >= 400 && response.status() < 500)
			refused.add(response.url());
	});
	return () => errors.filter(({ words, from }) => !(refused.has(from) && words.includes("the server responded with a status of 4")))
		.map(({ words }) => words);
}

/** The program with the sample province in a folder of its own, on a free port of this machine, and a browser. */
export class Site {
	/**
	 * options: { empty, browser, screens }: with nothing loaded, where `firstSteps` is the address it prints; with another site's
	 * browser; pictures are wanted.
	 */
	static async start({ empty = false, browser, screens = false } = {}) {
		const site = new Site();
		site.screens = screens;
		site.folder = mkdtempSync(join(tmpdir(), "sauro-browser-"));
		site.log = "";
		site.sessions = new Map();
		site.accounts = {};
		try {
			if (!empty)
				site.accounts = JSON.parse(execFileSync(join(root, "tools", "sample.sh"), [sauro, site.folder], { encoding: "utf8", stdio: "pipe" }));
			const port = await freePort();
			site.url = `http://127.0.0.1:${port}`;
			site.server = spawn(sauro, ["serve", "--data", site.folder, "--listen", `127.0.0.1:${port}`], { stdio: ["ignore", "pipe", "pipe"] });
			for (const stream of [site.server.stdout, site.server.stderr])
				stream.on("data", (text) => (site.log += text));
			await answers(site.url, site.server, 10_000);
			site.firstSteps = site.log.match(/\/setup\?token=\S+/)?.[0];
			site.ownsBrowser = browser === undefined;
			site.browser = browser ?? await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
		} catch (error) {
			await site.stop();
			throw new Error(`${error.message}\n${site.log}`);
		}
		return site;
	}

	async stop() {
		if (this.ownsBrowser)
			await this.browser.close();
		if (this.server && this.server.exitCode === null) {
			const ended = new Promise((resolve) => this.server.on("exit", resolve));
			this.server.kill("SIGTERM");
			await ended;
		}
		rmSync(this.folder, { recursive: true, force: true });
	}

	/**
	 * Runs `work()` while every reading that is under way, or begins, stands still: what the pages show meanwhile does not depend on
	 * how fast the machine reads.
	 */
	async holdReadings(work) {
		const held = new Set();
		const signal = (pid, name) => {
			try {
				process.kill(pid, name);
			} catch (error) {
				if (error.code !== "ESRCH") // it has ended meanwhile
					throw error;
			}
		};
		const hold = () => {
			for (const pid of readersOf(this.server.pid)) {
				held.add(pid);
				signal(pid, "SIGSTOP");
			}
		};
		const holding = setInterval(hold, 10);
		try {
			return await work();
		} finally {
			clearInterval(holding);
			for (const pid of held)
				if (parentOf(pid) === this.server.pid) // not one that has got the number of a reader that ended
					signal(pid, "SIGCONT");
		}
	}

	/** Login and password of a role ("officer") or of a login ("doico"); everybody of the sample province has the same password. */
	account(who) {
		return this.accounts[who] ?? { login: who, password: this.accounts.officer.password };
	}

	/**
	 * Runs `work(page)` in a fresh context. options: { javaScript, width, scheme, as }; `as`, a role or a login, is signed in.
	 * Whoever has signed in before keeps the session, so that a visit begins at once.
	 */
	async visit(options, work) {
		const { javaScript = true, width = 1280, scheme = "light", as } = options;
		const context = await this.browser.newContext({
			baseURL: this.url, javaScriptEnabled: javaScript, colorScheme: scheme, locale: "vi-VN", viewport: { width, height: 900 },
			storageState: javaScript ? this.sessions.get(as) : withoutScripts(this.sessions.get(as)),
		});
		const complaints = listen(context, this.url);
		context.setDefaultTimeout(patienceMs);
		try {
			const page = await context.newPage();
			if (as && !this.sessions.has(as)) {
				await this.signIn(page, as);
				this.sessions.set(as, await context.storageState());
			}
			await work(page);
		} finally {
			await context.close();
		}
		if (complaints().length > 0)
			throw new Error(complaints().join("\n"));
	}

	async signIn(page, who) {
		const account = this.account(who);
		await page.goto("/sign-in");
		await page.fill('input[name="login"]', account.login);
		await page.fill('input[name="password"]', account.password);
		await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.click('main button[type="submit"]')]);
	}
}
