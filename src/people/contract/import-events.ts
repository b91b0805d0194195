/** Pupils, guardians or staff came in from a table: {file, year}. */
export const PEOPLE_IMPORTED = "people.imported";
