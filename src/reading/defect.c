#include "reading/defect.h"

#include "base/message.h"

static const struct {
	const char *name, *label;
} defects[READING_DEFECTS] = {
    [READING_NO_KIND] = {"no_kind", MSG("No kind of document")},
    [READING_NO_NUMBER] = {"no_number", MSG("No number")},
    [READING_NO_DATE] = {"no_date", MSG("No day of issue")},
    [READING_NO_YEAR] = {"no_year", MSG("No year")},
    [READING_STALE_YEAR] = {"stale_year", MSG("Year of an earlier plan")},
    [READING_NUMBER_SKIPPED] = {"number_skipped", MSG("Number skipped")},
    [READING_NUMBER_REPEATED] = {"number_repeated", MSG("Number repeated")},
    [READING_NO_APPENDIX] = {"no_appendix", MSG("Appendix missing")},
    [READING_NO_TASKS] = {"no_tasks", MSG("No tasks")},
    [READING_TABLE_CUT] = {"table_cut", MSG("Table cut off")},
    [READING_SOURCE] = {"source", MSG("The file itself")},
    [READING_TOO_LONG] = {"too_long", MSG("Too long")},
    [READING_BROKEN_ADDRESS] = {"broken_address", MSG("Broken address")},
    [READING_WRONG_CITATION] = {"wrong_citation", MSG("Document cited")},
    [READING_WRONG_DATE] = {"wrong_date", MSG("No such day")},
    [READING_PAST_DATE] = {"past_date", MSG("Time already over")},
    [READING_EARLY_REPORT] = {"early_report", MSG("Report before its figures")},
    [READING_UNKNOWN_TIME] = {"unknown_time", MSG("Time not understood")},
    [READING_UNKNOWN_UNIT] = {"unknown_unit", MSG("Unit not known")},
    [READING_QUOTA_DIFFERS] = {"quota_differs", MSG("Two quotas")},
    [READING_LATER_THAN_ABOVE] = {"later_than_above", MSG("Later than the plan above")},
    [READING_LESS_THAN_ABOVE] = {"less_than_above", MSG("Less than the plan above")},
    [READING_UNCLEAR_WHO] = {"unclear_who", MSG("Who is not clear")},
    [READING_UNCLEAR_WHAT] = {"unclear_what", MSG("What is not clear")},
    [READING_UNCLEAR_WHEN] = {"unclear_when", MSG("When is not clear")},
    [READING_UNCLEAR_DUTY] = {"unclear_duty", MSG("Whose duty is not clear")},
    [READING_UNCLEAR_PRODUCT] = {"unclear_product", MSG("Product is not clear")},
    [READING_UNCLEAR_AUTHORITY] = {"unclear_authority", MSG("Authority is not clear")},
};

const char *defect_name(enum reading_defect defect)
{
	return defects[defect].name;
}

const char *defect_label(enum reading_defect defect)
{
	return defects[defect].label;
}

bool defect_parse(struct str name, enum reading_defect *ret)
{
	for (int i = 0; i < READING_DEFECTS; i++)
		if (str_eq(name, str_of(defects[i].name))) {
			*ret = (enum reading_defect)i;
			return true;
		}
	return false;
}
