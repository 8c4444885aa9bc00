/** A text within a statement; the server has `standard_conforming_strings` on, so that a backslash is only a backslash. */
export const literal = (value) =>
    value === null || value === undefined ? "NULL" : `'${String(value).replaceAll("'", "''")}'`;
