/* Putting in files: several may be dropped, taken back and sent one after the other, each with its progress. Without this script
 * the page is a plain form with an input for several files. */
"use strict";

(() => {
	const language = document.documentElement.lang;

	function element(name, { words = "", ...properties } = {}, ...children) {
		const made = Object.assign(document.createElement(name), properties);
		made.append(...(words ? [words] : []), ...children);
		return made;
	}

	function sizeWords(bytes) {
		const megabytes = bytes / 1024 / 1024;
		return megabytes < 1 ? `${Math.ceil(bytes / 1024).toLocaleString(language)} KB`
			: `${megabytes.toLocaleString(language, { maximumFractionDigits: 1 })} MB`;
	}

	/** One file by one request of the form; -> whether it has arrived. */
	function send(form, file, tell) {
		return new Promise((resolve) => {
			const fields = new FormData(form), request = new XMLHttpRequest();
			fields.delete("file");
			fields.append("queue", "1");
			fields.append("file", file);
			request.upload.addEventListener("progress", (event) => event.lengthComputable && tell(event.loaded / event.total));
			request.addEventListener("loadend", () => resolve(request.status >= 200 && request.status < 400));
			request.open("POST", form.action);
			request.send(fields);
		});
	}

	function ready(zone) {
		const form = zone.closest("form"), input = zone.querySelector("input[type=file]"), list = zone.querySelector(".drop-list");
		const status = zone.querySelector(".drop-status"), button = form.querySelector("button[type=submit]");
		const words = zone.dataset;
		const most = Number(words.maxMegabytes) * 1024 * 1024;
		let files = [], sending = false;

		const show = () => {
			list.replaceChildren(...files.map((file) => {
				const remove = element("button", { type: "button", className: "button quiet", words: words.remove });
				remove.append(element("span", { className: "hidden", words: `: ${file.name}` }));
				remove.addEventListener("click", () => {
					take(files.filter((other) => other !== file));
					input.focus();
				});
				return element("li", { className: file.size > most ? "wrong" : "" },
					element("span", { className: "drop-name", words: file.name }),
					element("span", { className: "muted drop-say", words: file.size > most ? words.tooLarge : sizeWords(file.size) }), remove);
			}));
			status.textContent = files.length > 1 ? `${words.chosen}: ${files.length}` : "";
		};
		const take = (chosen) => {
			const transfer = new DataTransfer();
			files = chosen;
			for (const file of files) transfer.items.add(file);
			input.files = transfer.files;
			show();
		};
		const add = (more) => {
			const isThere = (file) => files.some((other) => other.name === file.name && other.size === file.size && other.lastModified === file.lastModified);
			take([...files, ...[...more].filter((file) => !isThere(file))]);
		};
		const sendAll = async () => {
			const failed = [];
			sending = button.disabled = input.disabled = true;
			for (const [at, file] of files.entries()) {
				const item = list.children[at], bar = element("progress", { max: 1, value: 0, ariaLabel: file.name });
				item.querySelector("button").replaceWith(bar);
				status.textContent = `${words.sending}: ${at + 1} / ${files.length}`;
				const fits = file.size <= most, arrived = fits && await send(form, file, (share) => { bar.value = share; });
				bar.remove();
				item.classList.add(arrived ? "sent" : "wrong");
				item.querySelector(".drop-say").textContent = arrived ? words.sent : fits ? words.failed : words.tooLarge;
				if (!arrived) failed.push(file);
			}
			sending = button.disabled = input.disabled = false;
			if (failed.length === 0) location.assign(words.queue);
			else {
				take(failed);
				status.textContent = words.someFailed;
				button.focus();
			}
		};

		zone.querySelector(".drop-words").hidden = false;
		zone.classList.add("ready");
		input.addEventListener("change", () => add(input.files));
		for (const kind of ["dragover", "dragleave", "drop"]) {
			zone.addEventListener(kind, (event) => {
				event.preventDefault();
				zone.classList.toggle("over", kind === "dragover");
				if (kind === "drop" && !sending && event.dataTransfer.files.length > 0) add(event.dataTransfer.files);
			});
		}
		form.addEventListener("submit", (event) => {
			if (files.length < 2) return;
			event.preventDefault();
			if (!sending) sendAll();
		});
	}

	document.querySelectorAll("[data-drop]").forEach(ready);
})();
