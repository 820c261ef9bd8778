#include "format/scan_job.h"

#include <pthread.h>
#include <sched.h>

#include "base/log.h"
#include "format/scan_page.h"

enum { MOST_THREADS = 4, SECONDS_A_PAGE = 60 };

/* What the threads share; all but `job` and `ocr` only under the lock. */
struct crew {
	const struct scan_job *job;
	struct arena *arena; /* of the caller, for results */
	struct page *pages;
	enum scan_job_state *states;
	pthread_mutex_t lock, loading;
	pthread_cond_t changed;
	size_t next, done;
	bool cancelled;
	size_t working; /* threads that have not ended */
};

struct worker {
	struct crew *crew;
	struct ocr *ocr;
	pthread_t thread;
};

/* Copies what a worker's arena holds. */
static void keep_page(struct crew *crew, size_t number, const struct page *page)
{
	struct page kept = *page;
	kept.words = (struct page_word_vec){0};
	kept.rules = (struct page_rule_vec){0};
	for (size_t i = 0; i < page->words.n; i++) {
		struct page_word word = page->words.at[i];
		word.text = str_dup(crew->arena, word.text);
		VEC_PUSH(crew->arena, &kept.words, word);
	}
	for (size_t i = 0; i < page->rules.n; i++)
		VEC_PUSH(crew->arena, &kept.rules, page->rules.at[i]);
	crew->pages[number] = kept;
}

static PIX *load_page(struct crew *crew, size_t number, int32_t *ret_dpi)
{
	pthread_mutex_lock(&crew->loading);
	PIX *source = crew->job->load(crew->job->context, number, ret_dpi);
	pthread_mutex_unlock(&crew->loading);
	return source;
}

static enum scan_job_state read_page(struct worker *worker, struct arena *arena, size_t number, struct page *ret)
{
	struct scan_picture picture;
	int32_t dpi = 0;
	uint32_t seconds = worker->crew->job->input->seconds_a_page;
	PIX *source = load_page(worker->crew, number, &dpi);
	*ret = (struct page){.is_scan = true};
	if (source == NULL)
		return SCAN_JOB_UNLOADED;
	enum rc rc = scan_picture_make(arena, source, dpi, worker->ocr, &picture);
	pixDestroy(&source);
	if (rc != RC_OK)
		return SCAN_JOB_UNLOADED;
	rc = scan_page_read(arena, worker->ocr, &picture, seconds > 0 ? seconds : SECONDS_A_PAGE, ret);
	scan_picture_release(&picture);
	return rc == RC_OK ? SCAN_JOB_READ : SCAN_JOB_LATE;
}

static void *work(void *context)
{
	struct worker *worker = context;
	struct crew *crew = worker->crew;
	struct arena *arena = arena_new();
	pthread_mutex_lock(&crew->lock);
	while (!crew->cancelled && crew->next < crew->job->n) {
		size_t number = crew->next++;
		struct page page;
		pthread_mutex_unlock(&crew->lock);
		enum scan_job_state state = read_page(worker, arena, number, &page);
		pthread_mutex_lock(&crew->lock);
		keep_page(crew, number, &page);
		crew->states[number] = state;
		crew->done++;
		arena_reset(arena);
		pthread_cond_signal(&crew->changed);
	}
	crew->working--;
	pthread_cond_signal(&crew->changed);
	pthread_mutex_unlock(&crew->lock);
	arena_free(arena);
	return NULL;
}

/* Tells how far it is until the last thread has ended. */
static void watch(struct crew *crew)
{
	const struct format_input *input = crew->job->input;
	size_t told = 0;
	pthread_mutex_lock(&crew->lock);
	while (crew->working > 0) {
		pthread_cond_wait(&crew->changed, &crew->lock);
		if (crew->done == told || input->progress == NULL)
			continue;
		told = crew->done;
		pthread_mutex_unlock(&crew->lock);
		bool cancel = input->progress(input->context, crew->job->done + (uint32_t)told, crew->job->all);
		pthread_mutex_lock(&crew->lock);
		crew->cancelled = crew->cancelled || cancel;
	}
	pthread_mutex_unlock(&crew->lock);
}

static size_t count_processors(void)
{
	cpu_set_t set;
	int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
	return n < MOST_THREADS ? (size_t)n : MOST_THREADS;
}

static void run(struct crew *crew, struct worker *workers, size_t n)
{
	size_t started = 0;
	crew->working = n;
	while (started < n && pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0)
		started++;
	pthread_mutex_lock(&crew->lock);
	crew->working -= n - started;
	pthread_mutex_unlock(&crew->lock);
	if (started == 0) { /* no room for a thread: this one does it all */
		crew->working = 1;
		work(&workers[0]);
	}
	watch(crew);
	for (size_t i = 0; i < started; i++)
		pthread_join(workers[i].thread, NULL);
}

enum rc scan_job_run(struct arena *arena, const struct scan_job *job, struct page *ret_pages, enum scan_job_state *ret_states,
                     struct message *ret_problem)
{
	struct crew crew = {.job = job, .arena = arena, .pages = ret_pages, .states = ret_states};
	struct worker workers[MOST_THREADS] = {{0}};
	size_t n = count_processors();
	n = job->n < n ? job->n : n;
	for (size_t i = 0; i < n; i++) {
		workers[i] = (struct worker){.crew = &crew, .ocr = ocr_new()};
		if (workers[i].ocr == NULL)
			n = i;
	}
	if (n == 0 && job->n > 0) {
		*ret_problem =
		    (struct message){.id = MSG("These pages are pictures, and the program that reads their letters is not installed. "
		                               "Ask your administrator to install tesseract-ocr-vie.")};
		return RC_UNSUPPORTED;
	}
	pthread_mutex_init(&crew.lock, NULL);
	pthread_mutex_init(&crew.loading, NULL);
	pthread_cond_init(&crew.changed, NULL);
	if (job->n > 0)
		run(&crew, workers, n);
	pthread_cond_destroy(&crew.changed);
	pthread_mutex_destroy(&crew.loading);
	pthread_mutex_destroy(&crew.lock);
	for (size_t i = 0; i < n; i++)
		ocr_free(workers[i].ocr);
	return crew.cancelled ? RC_CANCELLED : RC_OK;
}
