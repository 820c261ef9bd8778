// What every page is checked for: valid HTML, no barrier, no scrolling sideways, no example cut off; and its pictures.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { root } from "./harness.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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
const heightMost = 4000; // of a picture

/** Fails with the words, where what is said does not hold. */
export function must(holds, words) {
	if (!holds)
		throw new Error(words);
}

/** Fails where the HTML, as the server sent it, is not valid. */
export async function checkHtml(html, what) {
	const report = await validator.validateString(html);
	const rows = report.results.flatMap((result) => result.messages)
		.map((one) => `${what}:${one.line}: ${one.message} (${one.ruleId})`);
	must(report.valid, rows.slice(0, 10).join("\n"));
}

/** Fails where axe-core finds a barrier on the page as it stands. */
export async function checkAccess(page) {
	// By the protocol, not by a script element: the page's Content-Security-Policy stays in force.
	if (!await page.evaluate(() => "axe" in globalThis))
		await page.evaluate(axeSource);
	const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
	const rows = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
	must(rows.length === 0, `${page.url()}\n${rows.slice(0, 10).join("\n")}`);
}

/** Fails where a page is wider than the window, so that one must scroll sideways. */
export async function checkWidth(page) {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	must(over <= 0, `${page.url()} is ${over} pixels wider than a window of ${page.viewportSize().width}`);
}

/** Fails where the example in an empty field is wider than the field, so that it is cut off. */
export async function checkExamples(page) {
	const cut = await page.evaluate(() => [...document.querySelectorAll("input[placeholder]")].map((input) => {
		const style = getComputedStyle(input), pen = document.createElement("canvas").getContext("2d");
		pen.font = style.font;
		const clears = input.type === "search" ? 20 : 0; // the cross that empties it
		const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - clears;
		return { words: input.placeholder, over: Math.ceil(pen.measureText(input.placeholder).width - room) };
	}).filter(({ over }) => over > 0));
	must(cut.length === 0, `${page.url()} at ${page.viewportSize().width}: ${cut.map(({ words, over }) => `“${words}” is cut by ${over} pixels`).join(", ")}`);
}

/** A picture of the page as it stands, in build/screens/; a window as high as the page, so that what sticks to its edge lies there. */
async function takePicture(page, name) {
	const folder = join(root, "build", "screens"), { width } = page.viewportSize();
	mkdirSync(folder, { recursive: true });
	const high = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.min(Math.max(high, 700), heightMost) });
	await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The page at every width, light and dark: no barrier, no scrolling sideways; with its pictures, where a name is given. */
export async function checkLooks(page, name) {
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		await checkWidth(page);
		await checkExamples(page);
		for (const scheme of schemes) {
			await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" }); // no colour half-way to another
			// Once each: the narrow and the wide page have different parts, the light and the dark one different colours.
			if ((width === 375 && scheme === "dark") || (width === 1280 && scheme === "light"))
				await checkAccess(page);
			if (name)
				await takePicture(page, `${name}-${width}-${scheme}`);
		}
	}
}
