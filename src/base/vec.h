/* Growing arrays in an arena, typed by the struct that holds them:
 *
 *   struct task_vec { struct task *at; size_t n, room; };
 *   VEC_PUSH(arena, &tasks, task);
 *
 * An array of zero bytes is empty and ready. Elements move when the array grows: keep indices, not pointers. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

#define VEC_PUSH(arena, vec, ...)                                                                                                \
	do {                                                                                                                         \
		if ((vec)->n == (vec)->room) {                                                                                           \
			size_t vec_room_ = (vec)->room > 0 ? (vec)->room * 2 : 8;                                                            \
			(vec)->at = arena_grow((arena), (vec)->at, (vec)->room * sizeof *(vec)->at, vec_room_ * sizeof *(vec)->at);          \
			(vec)->room = vec_room_;                                                                                             \
		}                                                                                                                        \
		(vec)->at[(vec)->n++] = (__VA_ARGS__);                                                                                   \
	} while (0)

/* Declares `struct name_vec` of `type`. */
#define VEC_OF(name, type)                                                                                                       \
	struct name##_vec {                                                                                                          \
		type *at;                                                                                                                \
		size_t n, room;                                                                                                          \
	}

#endif
