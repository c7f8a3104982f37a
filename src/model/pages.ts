/** The most rows of one page. */
export const maxPageSize = 100;

/** The rows of a page where the query does not say how many. */
export const defaultPageSize = 20;
