#include "reading/check_above.h"

#include "reading/check.h"
#include "reading/quotas.h"
#include "reading/schedule_words.h"
#include "reading/words.h"

struct check_above check_above_of(struct arena *arena, const struct reading *above, struct str text)
{
	const struct reading_header *header = &above->header;
	struct check_above all = {.text = text, .year = header->year};
	all.name = header->number.text.len > 0
	               ? str_format(arena, "%.*s số %.*s", STR_ARG(header->kind.text), STR_ARG(header->number.text))
	               : header->title.text;
	for (size_t i = 0; i < above->report_duties.n; i++) {
		const struct reading_report_duty *duty = &above->report_duties.at[i];
		VEC_PUSH(arena, &all.reports, (struct check_above_report){.what = duty->what.text, .to = duty->to});
	}
	for (size_t i = 0; i < above->targets.n; i++) {
		const struct reading_target *target = &above->targets.at[i];
		VEC_PUSH(arena, &all.targets, (struct check_above_target){.text = target->text.text, .value = target->value});
	}
	return all;
}

/* --- reports --- */

/* The last day on which a report of ours to the same receiver is due around `due`, where it is later; DATE_NONE where one is in
 * time, or none is near. *ret_duty is it. */
static date_day later_than(struct check *c, struct str to_key, date_day due, const struct reading_report_duty **ret_duty)
{
	enum { NEAR = 31, EARLY = 62 };
	date_day later = DATE_NONE;
	for (size_t i = 0; i < c->reading->report_duties.n; i++) {
		const struct reading_report_duty *duty = &c->reading->report_duties.at[i];
		if (duty->schedule.kind != SCHEDULE_ONCE || !str_eq(words_key(c->arena, duty->to), to_key))
			continue;
		for (size_t k = 0; k < duty->schedule.due.n; k++) {
			date_day day = duty->schedule.due.at[k];
			if (day <= due && due - day < EARLY)
				return DATE_NONE;
			if (day > due && day - due <= NEAR && (later == DATE_NONE || day < later)) {
				later = day;
				*ret_duty = duty;
			}
		}
	}
	return later;
}

static void compare_reports(struct check *c, const struct check_above *above)
{
	for (size_t i = 0; i < above->reports.n; i++) {
		const struct check_above_report *report = &above->reports.at[i];
		struct schedule_notes notes;
		struct schedule asked = schedule_words_parse(c->arena, report->what, above->year, &notes);
		struct str to_key = words_key(c->arena, report->to);
		for (size_t k = 0; to_key.len > 0 && asked.kind == SCHEDULE_ONCE && k < asked.due.n; k++) {
			const struct reading_report_duty *duty = NULL;
			date_day later = later_than(c, to_key, asked.due.at[k], &duty);
			if (later == DATE_NONE)
				continue;
			struct message message = {
			    .id =
			        MSG("The report to {1} is due on {2} here; {3}, which this plan carries out, wants it by {4}. Bring the day "
			            "forward."),
			    .args = {report->to, date_format_short(c->arena, later), above->name,
			             date_format_short(c->arena, asked.due.at[k])}};
			check_note(c, READING_LATER_THAN_ABOVE, duty->what.span, message);
		}
	}
}

/* --- quotas --- */

/* The quota of each period: of several the largest, *ret_several where they differ. */
static struct quota largest_quota(const struct words *words, enum quota_period period, bool *ret_several)
{
	struct quota largest = {0};
	*ret_several = false;
	for (size_t i = 0; i < words->n; i++) {
		struct quota quota;
		if (!quotas_at(words, i, &quota) || quota.period != period)
			continue;
		*ret_several = *ret_several || (largest.least != 0 && largest.least != quota.least);
		largest = quota.least > largest.least ? quota : largest;
	}
	return largest;
}

static void compare_quotas(struct check *c, const struct check_above *above, struct str text)
{
	struct words asked_words = words_of(c->arena, above->text), own_words = words_of(c->arena, text);
	for (int period = 0; period < QUOTA_PERIODS; period++) {
		bool several, own_several;
		struct quota asked = largest_quota(&asked_words, (enum quota_period)period, &several);
		struct quota own = largest_quota(&own_words, (enum quota_period)period, &own_several);
		if (several || own.least == 0 || own.least >= asked.least)
			continue;
		struct document_span span = {own_words.at[own.begin].begin, own_words.at[own.end - 1].end};
		struct message message = {
		    .id = MSG("“{1}” is below the quota of {2}, which this plan carries out: “{3}”. Raise it, or tell them why not."),
		    .args = {words_text(&own_words, own.begin, own.end), above->name, words_text(&asked_words, asked.begin, asked.end)}};
		check_note(c, READING_LESS_THAN_ABOVE, span, message);
	}
}

/* --- targets --- */

/* "75,5%" in tenths of a percent; -1 where it is none. */
static int tenths_of(struct arena *arena, struct str value)
{
	struct words words = words_of(arena, value);
	int whole = words_number(&words, 0), tenth = words.n > 3 ? words_number(&words, 2) : 0;
	return whole < 0 ? -1 : whole * 10 + (tenth >= 0 && tenth < 10 ? tenth : 0);
}

static bool has_word(const struct words *words, struct str key)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_eq(words->at[i].key, key))
			return true;
	return false;
}

/* How many letters-words of `a` there are, and how many of them are in `b`. */
static size_t shared_words(const struct words *a, const struct words *b, size_t *ret_all)
{
	size_t shared = 0;
	*ret_all = 0;
	for (size_t i = 0; i < a->n; i++) {
		if (a->at[i].kind != WORD_LETTERS)
			continue;
		*ret_all += 1;
		shared += has_word(b, a->at[i].key);
	}
	return shared;
}

/* Whether two targets are of the same thing: three words in four are the same, both ways. */
static bool is_same_thing(const struct words *a, const struct words *b)
{
	enum { OF = 4, SAME = 3, FEWEST = 4 };
	size_t all_a, all_b, of_a = shared_words(a, b, &all_a), of_b = shared_words(b, a, &all_b);
	return all_a >= FEWEST && all_b >= FEWEST && of_a * OF >= all_a * SAME && of_b * OF >= all_b * SAME;
}

/* Whether less is better, so that a lower figure asks for more. */
static bool is_to_be_lowered(const struct words *words)
{
	static const char *const lower[] = {"giảm", "cắt giảm", "không quá", "dưới", "tối đa", "quá hạn", "trễ hạn"};
	for (size_t i = 0; i < words->n; i++)
		if (words_longest(words, i, lower, sizeof lower / sizeof lower[0]) > 0)
			return true;
	return false;
}

static void compare_targets(struct check *c, const struct check_above *above)
{
	for (size_t i = 0; i < c->reading->targets.n; i++) {
		const struct reading_target *own = &c->reading->targets.at[i];
		struct words own_words = words_of(c->arena, own->text.text);
		int least = tenths_of(c->arena, own->value);
		for (size_t k = 0; k < above->targets.n && least >= 0 && !is_to_be_lowered(&own_words); k++) {
			const struct check_above_target *asked = &above->targets.at[k];
			struct words words = words_of(c->arena, asked->text);
			if (tenths_of(c->arena, asked->value) <= least || !is_same_thing(&own_words, &words))
				continue;
			struct message message = {
			    .id =
			        MSG("The target of {1} is below that of {2}, which this plan carries out: “{3}”. Raise it, or tell them why "
			            "not."),
			    .args = {own->value, above->name, asked->text}};
			check_note(c, READING_LESS_THAN_ABOVE, own->text.span, message);
			break;
		}
	}
}

void check_above_run(struct arena *arena, const struct check_above *above, struct str text, struct reading *reading)
{
	struct check c = {.arena = arena, .reading = reading};
	compare_reports(&c, above);
	compare_quotas(&c, above, text);
	compare_targets(&c, above);
}
