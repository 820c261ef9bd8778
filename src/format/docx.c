#include "format/docx.h"

#include "document/text_reader.h"
#include "format/docx_part.h"
#include "format/zipped.h"

static int score(struct str bytes)
{
	return zipped_score(bytes, STR("word/"));
}

/* The files inside that are read. Those beside the document may be missing. */
struct package {
	struct zipped zipped;
	xmlDoc *document, *styles, *numbering, *footnotes;
};

static enum rc refuse_damaged(struct message *ret_problem)
{
	*ret_problem = (struct message){
	    .id = MSG("The Word file is damaged. Open it in Word or LibreOffice, save it anew as DOCX, and send that.")};
	return RC_INVALID;
}

static enum rc load(struct arena *arena, struct package *package, const char *name, xmlDoc **ret, struct message *ret_problem)
{
	struct str bytes;
	enum rc rc = zipped_read(arena, &package->zipped, name, &bytes, ret_problem);
	if (rc != RC_OK)
		return rc;
	return xml_parse(bytes, ret) == RC_OK ? RC_OK : refuse_damaged(ret_problem);
}

/* What is not there, or not well formed, is left out. RC_LIMIT stays. */
static enum rc load_beside(struct arena *arena, struct package *package, const char *name, xmlDoc **ret,
                           struct message *ret_problem)
{
	enum rc rc = load(arena, package, name, ret, ret_problem);
	return rc == RC_NOT_FOUND || rc == RC_INVALID ? RC_OK : rc;
}

static enum rc load_all(struct arena *arena, struct package *package, struct message *ret_problem)
{
	enum rc rc = load(arena, package, "word/document.xml", &package->document, ret_problem);
	if (rc == RC_NOT_FOUND) /* as one of Word's own services writes it */
		rc = load(arena, package, "word/document2.xml", &package->document, ret_problem);
	if (rc == RC_NOT_FOUND)
		return refuse_damaged(ret_problem);
	TRY(rc);
	TRY(load_beside(arena, package, "word/styles.xml", &package->styles, ret_problem));
	TRY(load_beside(arena, package, "word/numbering.xml", &package->numbering, ret_problem));
	return load_beside(arena, package, "word/footnotes.xml", &package->footnotes, ret_problem);
}

static void release(struct package *package)
{
	xmlFreeDoc(package->document);
	xmlFreeDoc(package->styles);
	xmlFreeDoc(package->numbering);
	xmlFreeDoc(package->footnotes);
	zipped_release(&package->zipped);
}

/* After everything, on a page of their own; those that only draw the line above notes have a type. */
static void write_footnotes(struct docx_part *part, const xmlDoc *doc)
{
	const xmlNode *note = doc != NULL ? xml_child(xmlDocGetRootElement(doc), "footnote") : NULL;
	builder_add_page(part->out);
	for (; note != NULL; note = xml_next(note, "footnote"))
		if (!xml_has_attribute(note, "type"))
			docx_body_write(part, note);
}

static enum rc write(struct arena *arena, const struct package *package, const struct format_input *input, struct document *ret,
                     struct message *ret_problem)
{
	struct builder builder;
	struct docx_part part = {.arena = arena, .out = &builder, .input = input};
	const xmlNode *body = xml_child(xmlDocGetRootElement(package->document), "body");
	builder_init(&builder, arena);
	docx_styles_read(arena, package->styles, &part.styles);
	docx_numbering_read(arena, package->numbering, &part.styles, &part.numbering);
	if (body == NULL)
		return refuse_damaged(ret_problem);
	docx_body_write(&part, body);
	write_footnotes(&part, package->footnotes);
	if (part.legacy != VIET_LEGACY_NONE)
		builder_warn(&builder, text_reader_legacy_warning(part.legacy));
	if (zipped_has(&package->zipped, "word/vbaProject.bin"))
		builder_warn(&builder,
		             (struct message){.id = MSG("The file holds macros; they were not run, and only the text was read.")});
	return builder_finish(&builder, ret, ret_problem);
}

static enum rc read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	struct package package = {0};
	TRY(zipped_open(input->bytes, &package.zipped, ret_problem));
	enum rc rc = load_all(arena, &package, ret_problem);
	if (rc == RC_OK)
		rc = write(arena, &package, input, ret, ret_problem);
	release(&package);
	return rc;
}

const struct format docx_format = {.name = "docx", .score = score, .read = read};
