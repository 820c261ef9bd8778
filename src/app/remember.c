#include "app/remember.h"

#include <pthread.h>

#include "base/buf.h"

/* Each slot holds one page; two that fall into one slot take turns. */
enum { SLOTS = 64, PAGE_BYTES = 96 * 1024, KEY_BYTES = 8 * 1024, GOOD_FOR_MS = 3000 };

struct slot {
	struct arena *arena; /* of all that the slot points to */
	struct str key, body;
	struct http_field_vec headers;
	uint64_t generation;
	int64_t until_ms;
	date_day day;
};

struct remember {
	pthread_mutex_t lock;
	struct arena *arena;
	struct slot slots[SLOTS];
};

struct remember *remember_new(void)
{
	struct arena *arena = arena_new();
	struct remember *remember = ARENA_NEW(arena, struct remember);
	remember->arena = arena;
	pthread_mutex_init(&remember->lock, NULL);
	return remember;
}

void remember_free(struct remember *remember)
{
	if (remember == NULL)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		arena_free(remember->slots[i].arena);
	pthread_mutex_destroy(&remember->lock);
	arena_free(remember->arena);
}

/* All of the request that a page depends on; no text where it is too long to be worth it. */
static struct str key_of(const struct http_request *request)
{
	struct buf key;
	struct str text;
	buf_init(&key, request->arena, KEY_BYTES);
	buf_add(&key, http_field_find(&request->headers, STR("cookie")));
	buf_add_char(&key, '\0');
	buf_add(&key, http_field_find(&request->headers, STR("host")));
	buf_add_char(&key, '\0');
	buf_add(&key, request->path);
	for (size_t i = 0; i < request->query.n; i++) {
		buf_add_char(&key, '\0');
		buf_add(&key, request->query.at[i].name);
		buf_add_char(&key, '\0');
		buf_add(&key, request->query.at[i].value);
	}
	return buf_finish(&key, &text) == RC_OK ? text : (struct str){0};
}

/* FNV-1a. */
static struct slot *slot_of(struct remember *remember, struct str key)
{
	uint32_t hash = 2166136261U;
	for (size_t i = 0; i < key.len; i++)
		hash = (hash ^ (unsigned char)key.ptr[i]) * 16777619U;
	return &remember->slots[hash % SLOTS];
}

static void copy_headers(struct arena *arena, const struct http_field_vec *from, struct http_field_vec *to)
{
	for (size_t i = 0; i < from->n; i++)
		VEC_PUSH(arena, to, (struct http_field){str_dup(arena, from->at[i].name), str_dup(arena, from->at[i].value)});
}

bool remember_find(struct remember *remember, const struct app *app, const struct http_request *request,
                   struct http_response *response)
{
	struct str key = key_of(request);
	if (remember == NULL || key.ptr == NULL)
		return false;
	struct slot *slot = slot_of(remember, key);
	pthread_mutex_lock(&remember->lock);
	bool good = slot->arena != NULL && str_eq(slot->key, key) && slot->generation == db_generation(app->db) &&
	            slot->until_ms > clock_monotonic_ms() && slot->day == clock_today(app->clock);
	if (good) {
		response->status = 200;
		response->body = str_dup(response->arena, slot->body);
		copy_headers(response->arena, &slot->headers, &response->headers);
	}
	pthread_mutex_unlock(&remember->lock);
	return good;
}

void remember_keep(struct remember *remember, const struct app *app, const struct http_request *request,
                   const struct http_response *response, uint64_t generation)
{
	struct str key = key_of(request);
	if (remember == NULL || key.ptr == NULL || response->status != 200 || response->body.len > PAGE_BYTES ||
	    response->file_path != NULL || http_field_find(&response->headers, STR("Set-Cookie")).ptr != NULL)
		return;
	struct slot *slot = slot_of(remember, key);
	pthread_mutex_lock(&remember->lock);
	if (slot->arena == NULL)
		slot->arena = arena_new();
	arena_reset(slot->arena);
	slot->key = str_dup(slot->arena, key);
	slot->body = str_dup(slot->arena, response->body);
	slot->headers = (struct http_field_vec){0};
	copy_headers(slot->arena, &response->headers, &slot->headers);
	slot->generation = generation;
	slot->until_ms = clock_monotonic_ms() + GOOD_FOR_MS;
	slot->day = clock_today(app->clock);
	pthread_mutex_unlock(&remember->lock);
}
