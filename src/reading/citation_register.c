#include "reading/citation_register.h"

#include "calendar/date.h"

enum { FIRST_SLOTS = 64, UNSURE_SHORT_FORM = 60 };

struct found {
	struct reading_citation citation;
	struct citation_keys keys;
	size_t next;  /* the one before it with the same loose key, +1; 0 for none */
	bool is_gone; /* joined to another */
};
VEC_OF(found, struct found);

/* A hash table of numbers (+1) of what was found, by one of its keys. */
struct slots {
	uint32_t *at;
	size_t n;
	bool is_loose;
};

struct citation_register {
	struct arena *arena;
	struct found_vec found;
	struct slots exact, loose;
};

struct citation_register *citation_register_new(struct arena *arena)
{
	struct citation_register *reg = ARENA_NEW(arena, struct citation_register);
	reg->arena = arena;
	reg->loose.is_loose = true;
	return reg;
}

static uint64_t hash(struct str s)
{
	uint64_t h = 14695981039346656037u;
	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return h;
}

static struct str key_of(const struct slots *slots, const struct found *found)
{
	return slots->is_loose ? found->keys.loose : found->keys.exact;
}

/* Where the key stands, or the empty slot for it. */
static uint32_t *slot_of(const struct citation_register *reg, const struct slots *slots, struct str key)
{
	size_t slot = hash(key) & (slots->n - 1);
	while (slots->at[slot] != 0 && !str_eq(key_of(slots, &reg->found.at[slots->at[slot] - 1]), key))
		slot = (slot + 1) & (slots->n - 1);
	return &slots->at[slot];
}

static void make_room(struct citation_register *reg, struct slots *slots)
{
	if ((reg->found.n + 1) * 2 <= slots->n)
		return;
	slots->n = slots->n > 0 ? slots->n * 2 : FIRST_SLOTS;
	slots->at = ARENA_ARRAY(reg->arena, uint32_t, slots->n);
	for (size_t i = 0; i < reg->found.n; i++)
		if (key_of(slots, &reg->found.at[i]).len > 0)
			*slot_of(reg, slots, key_of(slots, &reg->found.at[i])) = (uint32_t)i + 1;
}

/* How much a mention says. */
static int fullness(const struct reading_citation *c)
{
	return (c->date != DATE_NONE ? 4 : 0) + (c->issuer.len > 0 ? 2 : 0) + (c->year != 0 ? 1 : 0);
}

static void merge(struct reading_citation *into, const struct reading_citation *mention)
{
	into->mentions += mention->mentions;
	if (fullness(mention) > fullness(into))
		into->span = mention->span;
	if (into->number.len == 0)
		into->number = mention->number;
	if (into->date == DATE_NONE)
		into->date = mention->date;
	if (into->issuer.len == 0)
		into->issuer = mention->issuer;
	if (into->title.len == 0)
		into->title = mention->title;
	if (into->year == 0)
		into->year = mention->year;
	if (mention->confidence > into->confidence)
		into->confidence = mention->confidence;
	if (mention->role > into->role)
		into->role = mention->role;
}

size_t citation_register_add(struct citation_register *reg, const struct reading_citation *mention,
                             const struct citation_keys *keys)
{
	make_room(reg, &reg->exact);
	make_room(reg, &reg->loose);
	uint32_t *slot = slot_of(reg, &reg->exact, keys->exact);
	if (*slot != 0) {
		merge(&reg->found.at[*slot - 1].citation, mention);
		return *slot - 1;
	}
	struct found found = {.citation = *mention, .keys = *keys};
	VEC_PUSH(reg->arena, &reg->found, found);
	*slot = (uint32_t)reg->found.n;
	if (keys->loose.len > 0) {
		uint32_t *last = slot_of(reg, &reg->loose, keys->loose);
		reg->found.at[reg->found.n - 1].next = *last;
		*last = (uint32_t)reg->found.n;
	}
	return reg->found.n - 1;
}

void citation_register_share_issuer(struct citation_register *reg, size_t document, struct str body, struct str issuer)
{
	struct found *found = &reg->found.at[document];
	if (found->citation.issuer.len == 0 && str_eq(found->keys.body, body))
		found->citation.issuer = issuer;
}

static int year_of(const struct reading_citation *c)
{
	return c->date == DATE_NONE ? c->year : date_to_parts(c->date).year;
}

/* Whether two mentions may be of one document: nothing that both say differs. */
static bool agree(const struct found *a, const struct found *b)
{
	int one = year_of(&a->citation), other = year_of(&b->citation);
	bool days = a->citation.date == DATE_NONE || b->citation.date == DATE_NONE || a->citation.date == b->citation.date;
	bool numbers = a->citation.number.len == 0 || b->citation.number.len == 0;
	return days && numbers && (one == 0 || other == 0 || one == other);
}

/* The one document that `found` may be a shorter mention of: NULL where there is none, or several. */
static struct found *meant_by(struct citation_register *reg, const struct found *found)
{
	struct found *only = NULL;
	for (size_t i = *slot_of(reg, &reg->loose, found->keys.loose); i > 0; i = reg->found.at[i - 1].next) {
		struct found *other = &reg->found.at[i - 1];
		if (other == found || other->is_gone || other->keys.is_short || !agree(found, other))
			continue;
		if (only != NULL)
			return NULL;
		only = other;
	}
	return only;
}

/* Whether a mention says less than others of its loose key could: it may be a short form of one of them. */
static bool may_be_shorter(const struct found *found)
{
	return found->keys.is_short || (found->citation.number.len == 0 && year_of(&found->citation) == 0) ||
	       found->citation.number.len == 0;
}

static void join(struct citation_register *reg, struct found *found)
{
	struct found *other = meant_by(reg, found);
	if (other == NULL) {
		if (found->keys.is_short && found->citation.confidence > UNSURE_SHORT_FORM)
			found->citation.confidence = UNSURE_SHORT_FORM;
		return;
	}
	struct found *first = other < found || found->keys.is_short ? other : found, *second = first == other ? found : other;
	merge(&first->citation, &second->citation);
	second->is_gone = true;
}

struct reading_citation_vec citation_register_finish(struct citation_register *reg)
{
	struct reading_citation_vec out = {0};
	for (size_t i = 0; i < reg->found.n; i++)
		if (!reg->found.at[i].is_gone && reg->found.at[i].keys.loose.len > 0 && may_be_shorter(&reg->found.at[i]))
			join(reg, &reg->found.at[i]);
	for (size_t i = 0; i < reg->found.n; i++)
		if (!reg->found.at[i].is_gone)
			VEC_PUSH(reg->arena, &out, reg->found.at[i].citation);
	return out;
}
