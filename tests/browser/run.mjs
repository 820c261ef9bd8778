// Runs tests/browser/*.test.mjs against a server of its own with the sample province, in Debian's Chromium. Prints TAP.
//
// A test file exports `cases`: a list of { name, run }. `run` gets the harness's Site, and throws where something is wrong.
// usage: node tests/browser/run.mjs [--screens] [WORD...]
// Only the cases whose name holds one of the words; --screens: with six pictures of every page, in build/screens/.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Site } from "./harness.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const screens = process.argv.includes("--screens");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const limitMs = 300_000;

function within(promise, ms) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function main() {
	const cases = [];
	for (const file of readdirSync(here).filter((name) => name.endsWith(".test.mjs")).sort()) {
		const module = await import(pathToFileURL(join(here, file)));
		cases.push(...module.cases.map((one) => ({ ...one, name: `${file}: ${one.name}` })));
	}
	const chosen = cases.filter((one) => words.length === 0 || words.some((word) => one.name.includes(word)));
	console.log(`1..${chosen.length}`);
	const site = await Site.start({ screens });
	let failed = 0;
	try {
		for (const [index, one] of chosen.entries()) { // one after the other: a case may hold up or stop what another waits for
			const begin = Date.now();
			try {
				await within(one.run(site), limitMs);
				console.log(`ok ${index + 1} - ${one.name} # ${Date.now() - begin} ms`);
			} catch (error) {
				failed++;
				console.log(String(error.stack ?? error).replace(/^/gm, "# "));
				console.log(`not ok ${index + 1} - ${one.name}`);
			}
		}
	} finally {
		await site.stop();
	}
	process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error) => {
	console.log(`Bail out! ${error.stack ?? error}`);
	process.exitCode = 1;
});
