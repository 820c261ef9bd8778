/* What a person may have meant in a field that was just saved: words that are none or hardly fit, and a text that was typed
 * without marks. It is offered beside the field, after the saving, which it never stands in the way of; a button puts it in. */
#ifndef FEATURE_TASK_TASK_SPELLING_H
#define FEATURE_TASK_TASK_SPELLING_H

#include "app/app.h"

enum {
	TASK_SPELLING_OFFERS = 8,  /* the most for a field */
	TASK_SPELLING_FIELDS = 12, /* that are looked at after one saving */
};

struct task_spelling_offer {
	struct str typed, meant; /* typed is empty where all of the text is meant otherwise */
	struct str fix;          /* the value of the button "fix": what task_spelling_fix() takes */
};
VEC_OF(task_spelling_offer, struct task_spelling_offer);

/* Parameters: "fix" of a form with such buttons; "look", of the form and of the page that it leads to: names of fields with
 * commas between. */
#define TASK_SPELLING_FIX                                                                                                        \
	{                                                                                                                            \
		.name = "fix", .kind = APP_LINES, .max = 16384, .label = MSG("Did you mean")                                             \
	}
#define TASK_SPELLING_LOOK                                                                                                       \
	{                                                                                                                            \
		.name = "look", .kind = APP_TEXT, .max = 1000, .label = MSG("Did you mean")                                              \
	}

/* Looks texts up in the model; one for a request. */
struct task_spelling;

/* Without the model (repair/store.h) nothing is offered. */
enum rc task_spelling_open(struct arena *arena, struct task_spelling **ret) MUST_USE;
void task_spelling_close(struct task_spelling *spelling);

/* What is offered for the text of a field; none where it is not among those of `look`. */
struct task_spelling_offer_vec task_spelling_offers(struct arena *arena, const struct task_spelling *spelling, struct str look,
                                                    struct str field, struct str text);

/* Puts what was accepted into the fields as they were sent; *ret_look is then the parameter "look", that is those fields that
 * are to be looked at again, and else no text. Nothing changes where the word no longer stands there. */
enum rc task_spelling_fix(struct app_call *call, struct str *ret_look) MUST_USE;

/* The same for a text that no field of the form holds: what the accepted offer makes of it, where it is one for `field`. */
enum rc task_spelling_accept(struct app_call *call, struct str field, struct str text, struct str *ret) MUST_USE;

/* Adds a field to those that are to be looked at, where there is room. */
void task_spelling_note(struct arena *arena, struct str *look, struct str field);

/* Those of the noted fields, as they were sent, for which there is an offer. */
enum rc task_spelling_worth(struct app_call *call, struct str look, struct str *ret) MUST_USE;

#endif
