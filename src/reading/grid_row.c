#include "reading/grid_row.h"

/* A source that does not say in which columns its cells stand gives them in order. */
static bool says_columns(const struct document_block *block)
{
	for (uint32_t i = 0; i < block->n_cells; i++)
		if (block->cells[i].column > 0)
			return true;
	return false;
}

bool grid_row_of_block(const struct document_block *block, struct grid_row *ret)
{
	*ret = (struct grid_row){0};
	if (block->kind != DOCUMENT_ROW)
		return false;
	bool said = says_columns(block);
	for (uint32_t i = 0; i < block->n_cells; i++) {
		uint32_t column = said ? block->cells[i].column : i;
		uint32_t end = column + (block->cells[i].n_columns > 1 ? block->cells[i].n_columns : 1);
		if (column >= TABLE_MAX_COLUMNS)
			break;
		end = end < TABLE_MAX_COLUMNS ? end : TABLE_MAX_COLUMNS;
		ret->cells[column] = &block->cells[i];
		ret->n_columns = end > ret->n_columns ? end : ret->n_columns;
		ret->n_fitting = i + 1;
	}
	return true;
}
