/* Every statement of the program is prepared on both engines, and gives the columns that it declares. */
#include "db/testing.h"

/* Made at build time of all x.sql. */
extern const struct db_statement *const *const statements_lists[];

static void every_statement_is_as_it_is_declared(void **state)
{
	testing_check_statements(testing_of(state), statements_lists);
}

int main(void)
{
	const struct CMUnitTest cases[] = {TESTING_BOTH(every_statement_is_as_it_is_declared)};
	return TEST_RUN(cases);
}
