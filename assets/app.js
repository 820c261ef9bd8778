/* What scripts add to pages that work without them: an error summary that is focused, a reading whose progress moves, fields and their places in the source that show each other, what stood in place of a restored word, a question before changes are lost. */
"use strict";

(() => {
	document.cookie = "sauro_script=1; path=/; samesite=strict"; // so that no page that looks again by itself is loaded anew
	const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
	const all = (selector, root = document) => [...root.querySelectorAll(selector)];

	/* Opens what an element is folded away in. */
	function reveal(element) {
		for (let at = element?.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
	}

	/* Puts the focus on a control and its field into the middle of the window. */
	function goTo(control) {
		reveal(control);
		control.focus({ preventScroll: true });
		control.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
	}

	/* A link to a place on this page may lead into a folded part. */
	function revealPlace() {
		const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		if (!element?.closest("details:not([open])")) return;
		reveal(element);
		element.scrollIntoView();
		element.focus({ preventScroll: true });
	}

	/* A form that came back with problems: read them out. */
	function focusProblems() {
		document.querySelector(".error-summary")?.focus();
	}

	/* Makes an element like a fresh one, and leaves alone what is the same already: what has the focus keeps it. */
	function become(old, fresh) {
		if (old.isEqualNode(fresh)) return;
		if (old.nodeName !== fresh.nodeName || old.nodeType !== Node.ELEMENT_NODE) {
			old.replaceWith(fresh);
			return;
		}
		for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
		for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
		const children = [...old.childNodes], wanted = [...fresh.childNodes];
		wanted.forEach((child, at) => (children[at] ? become(children[at], child) : old.append(child)));
		for (const child of children.slice(wanted.length)) child.remove();
	}

	/* <section id tabindex="-1" data-poll="milliseconds">: the same page is asked again and the section made like its own, until it
	 * no longer asks for it; an address that leads elsewhere by then is followed. Where the focus was on something that has gone,
	 * the section has it. */
	function readyPoll(section) {
		setTimeout(async () => {
			try {
				const answer = await fetch(location.href, { headers: { accept: "text/html" } });
				if (answer.redirected) {
					location.assign(answer.url);
					return;
				}
				const page = new DOMParser().parseFromString(await answer.text(), "text/html");
				const fresh = answer.ok ? page.getElementById(section.id) : null, inside = section.contains(document.activeElement);
				if (fresh) become(section, fresh);
				if (inside && !section.contains(document.activeElement)) section.focus();
			} catch {
				/* The server is away for a moment: ask again. */
			}
			if (section.dataset.poll) readyPoll(section);
		}, Number(section.dataset.poll));
	}

	/* Fields of the review page and their places among the source's lines: whichever is hovered or focused, its other half is shown
	 * and, where it was chosen, brought into view. */
	function readyReview(review) {
		const source = review.querySelector(".source");
		const marksOf = (field) => all(`[data-field="${CSS.escape(field)}"]`, source);
		const readBox = (field) => document.getElementById(field)?.closest(".read");
		const wide = matchMedia("(min-width: 60rem)");
		let shown = [];

		const show = (field) => {
			for (const element of shown) element.classList.remove("here");
			shown = field ? [...marksOf(field), readBox(field)].filter(Boolean) : [];
			for (const element of shown) element.classList.add("here");
		};
		/* The source alone is scrolled: the field that someone is in stays where it is. */
		const bring = (field) => {
			const mark = marksOf(field)[0];
			if (!mark || !wide.matches) return;
			const gap = mark.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 2;
			source.scrollBy({ top: gap, behavior: calm ? "auto" : "smooth" });
		};
		const fieldOf = (target) => {
			const mark = target.closest("[data-field]");
			if (mark) return mark.dataset.field;
			const box = target.closest(".read");
			return box?.querySelector("input, textarea, select")?.id;
		};
		/* The page that scrolls under a resting pointer moves it by nothing: what is in focus stays shown. */
		review.addEventListener("mousemove", (event) => {
			if (event.movementX !== 0 || event.movementY !== 0) show(fieldOf(event.target) ?? fieldOf(document.activeElement));
		});
		review.addEventListener("focusin", (event) => {
			const field = fieldOf(event.target);
			show(field);
			if (field && event.target.matches("input, textarea, select")) bring(field);
		});
		review.addEventListener("click", (event) => {
			const mark = event.target.closest("[data-field]"), control = mark && document.getElementById(mark.dataset.field);
			if (!control || !event.target.closest("a")) return;
			event.preventDefault();
			goTo(control);
		});
		readyDoubts(review);
	}

	/* The fields to look at, one after the other: by the two links of the lower bar, by F8 and Shift+F8. */
	function readyDoubts(review) {
		const links = all("[data-doubt]", review), boxes = all(".review-fields .unsure", review);
		let here = null; // the field that one was in last: a press on a link takes the focus away from it
		review.addEventListener("focusin", (event) => {
			here = event.target.closest(".read") ?? here;
		});
		const go = (step) => {
			const bit = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
			const others = boxes.filter((box) => !here || (box !== here && here.compareDocumentPosition(box) & bit));
			const box = others.at(step > 0 ? 0 : -1);
			const edge = boxes.at(step > 0 ? -1 : 0)?.querySelector(".doubt-ways")?.querySelector(step > 0 ? "a:last-child" : "a:first-child");
			if (box) goTo(box.querySelector("input, textarea, select"));
			else if (edge && edge.pathname + edge.search !== location.pathname + location.search) location.assign(edge.href);
			else if (boxes.length > 0) goTo(boxes.at(step > 0 ? 0 : -1).querySelector("input, textarea, select"));
			else if (links.length > 0) location.assign(links[0].href);
		};
		for (const link of links) {
			link.hidden = false;
			link.addEventListener("click", (event) => {
				event.preventDefault();
				go(Number(link.dataset.doubt));
			});
		}
		addEventListener("keydown", (event) => {
			if (event.key !== "F8" || links.length === 0) return;
			event.preventDefault();
			go(event.shiftKey ? -1 : 1);
		});
	}

	/* What the file has in place of a restored word: a title tells it to a mouse, a press tells it to a finger, and a second takes it
	 * away. */
	function readyMended() {
		const say = document.createElement("span");
		say.className = "mended-was";
		say.setAttribute("role", "status");
		document.addEventListener("click", (event) => {
			const word = event.target.closest("ins.mended[title]"), again = word && say.previousSibling === word;
			say.remove();
			if (!word || again) return;
			say.textContent = word.title;
			word.after(say);
		});
	}

	/* <form data-guard>: leaving the page with changes that were not sent asks first. */
	function readyGuard(form) {
		let changed = false;
		form.addEventListener("input", () => {
			changed = true;
		});
		form.addEventListener("submit", () => {
			changed = false;
		});
		addEventListener("beforeunload", (event) => {
			if (changed) event.preventDefault();
		});
	}

	focusProblems();
	revealPlace();
	addEventListener("hashchange", revealPlace);
	all("[data-poll]").forEach(readyPoll);
	all(".review").forEach(readyReview);
	if (document.querySelector("ins.mended[title]")) readyMended();
	all("form[data-guard]").forEach(readyGuard);
})();
