/** Hours a week as typed, by `subject|grade`. */
export type Cells = ReadonlyMap<string, string>;
export const cellKey = (subject: string, grade: number): string => `${subject}|${grade}`;
