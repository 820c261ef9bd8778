#include "sys/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { TOKEN_BYTES = 32 };

enum rc secret_init(void)
{
	if (sodium_init() < 0)
		return log_fail(RC_BUG, "libsodium does not start");
	return RC_OK;
}

struct str secret_token(struct arena *arena)
{
	enum { ROOM = sodium_base64_ENCODED_LEN(TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING) };
	unsigned char bytes[TOKEN_BYTES];
	char *text = arena_alloc(arena, ROOM);
	randombytes_buf(bytes, sizeof bytes);
	sodium_bin2base64(text, ROOM, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(bytes, sizeof bytes);
	return (struct str){.ptr = text, .len = ROOM - 1};
}

struct str secret_sha256(struct arena *arena, struct str s)
{
	enum { ROOM = 2 * crypto_hash_sha256_BYTES + 1 };
	unsigned char hash[crypto_hash_sha256_BYTES];
	char *text = arena_alloc(arena, ROOM);
	crypto_hash_sha256(hash, (const unsigned char *)(s.len > 0 ? s.ptr : ""), s.len);
	sodium_bin2hex(text, ROOM, hash, sizeof hash);
	return (struct str){.ptr = text, .len = ROOM - 1};
}

bool secret_equal(struct str a, struct str b)
{
	/* The length of a token or hash is no secret. */
	return a.len == b.len && (a.len == 0 || sodium_memcmp(a.ptr, b.ptr, a.len) == 0);
}

enum rc secret_hash_password(struct arena *arena, struct str password, enum secret_cost cost, struct str *ret)
{
	unsigned long long passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
	size_t memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;
	char *text = arena_alloc(arena, crypto_pwhash_STRBYTES);
	if (cost == SECRET_COST_LEAST) {
		passes = crypto_pwhash_OPSLIMIT_MIN;
		memory = crypto_pwhash_MEMLIMIT_MIN;
	}
	if (crypto_pwhash_str_alg(text, password.len > 0 ? password.ptr : "", password.len, passes, memory,
	                          crypto_pwhash_ALG_ARGON2ID13) != 0)
		return log_fail(RC_IO, "no memory to hash a password: Argon2id wants %zu bytes", memory);
	*ret = str_of(text);
	return RC_OK;
}

bool secret_password_matches(struct str hash, struct str password)
{
	char text[crypto_pwhash_STRBYTES];
	if (hash.len == 0 || hash.len >= sizeof text)
		return false;
	memcpy(text, hash.ptr, hash.len);
	memset(text + hash.len, 0, sizeof text - hash.len);
	return crypto_pwhash_str_verify(text, password.len > 0 ? password.ptr : "", password.len) == 0;
}
