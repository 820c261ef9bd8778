#include "format/zipped.h"

#include <zip.h>

#include "base/buf.h"

static enum rc refuse(struct message *ret_problem, enum rc rc, const char *id)
{
	*ret_problem = (struct message){.id = id};
	return rc;
}

static enum rc refuse_damaged(struct message *ret_problem)
{
	return refuse(
	    ret_problem, RC_INVALID,
	    MSG("The file is damaged or was cut short. Fetch it again from where it came, or open it, save it anew and send that."));
}

int zipped_score(struct str bytes, struct str name)
{
	enum { SURE = 100 };
	/* the names of files stand uncompressed in the archive */
	return str_has_prefix(bytes, STR("PK\x03\x04")) && str_contains(bytes, name) ? SURE : 0;
}

enum rc zipped_open(struct str bytes, struct zipped *ret, struct message *ret_problem)
{
	zip_error_t error;
	zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
	if (source == NULL)
		return refuse_damaged(ret_problem);
	zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (archive == NULL) {
		zip_source_free(source);
		return refuse_damaged(ret_problem);
	}
	*ret = (struct zipped){.archive = archive};
	if (zip_get_num_entries(archive, 0) <= ZIPPED_MAX_FILES)
		return RC_OK;
	zipped_release(ret);
	return refuse(ret_problem, RC_LIMIT,
	              MSG("The archive holds too many files for a document. Open it, save it anew and send that."));
}

void zipped_release(struct zipped *zipped)
{
	zip_discard(zipped->archive);
}

bool zipped_has(const struct zipped *zipped, const char *name)
{
	return zip_name_locate(zipped->archive, name, ZIP_FL_ENC_RAW) >= 0;
}

static enum rc unpack(struct arena *arena, struct zipped *zipped, zip_file_t *file, struct str *ret, struct message *ret_problem)
{
	enum { CHUNK = 64 * 1024 };
	char chunk[CHUNK];
	struct buf out;
	zip_int64_t n;
	buf_init(&out, arena, ZIPPED_MAX_BYTES - zipped->read);
	while (!out.overflowed && (n = zip_fread(file, chunk, sizeof chunk)) > 0)
		buf_add(&out, (struct str){chunk, (size_t)n});
	if (out.overflowed)
		return refuse(ret_problem, RC_LIMIT,
		              MSG("Unpacked, the file is far too large for a document. Open it, save the part that holds the plan, and "
		                  "send that."));
	if (n < 0)
		return refuse_damaged(ret_problem);
	zipped->read += out.len;
	*ret = buf_str(&out);
	return RC_OK;
}

enum rc zipped_read(struct arena *arena, struct zipped *zipped, const char *name, struct str *ret, struct message *ret_problem)
{
	zip_stat_t info;
	zip_int64_t index = zip_name_locate(zipped->archive, name, ZIP_FL_ENC_RAW);
	if (index < 0)
		return RC_NOT_FOUND;
	if (zip_stat_index(zipped->archive, (zip_uint64_t)index, 0, &info) == 0 && (info.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
	    info.encryption_method != ZIP_EM_NONE)
		return refuse(ret_problem, RC_INVALID,
		              MSG("The file is locked with a password. Open it, save it without the password, and send that."));
	zip_file_t *file = zip_fopen_index(zipped->archive, (zip_uint64_t)index, 0);
	if (file == NULL)
		return refuse_damaged(ret_problem);
	enum rc rc = unpack(arena, zipped, file, ret, ret_problem);
	zip_fclose(file);
	return rc;
}
