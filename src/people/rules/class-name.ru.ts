/** The name of a class as the school writes it, on one line: «6 «А»»; a class without a letter is its grade. */
export function classNameRu(gradeLevel: number, letter: string): string {
  return letter === "" ? String(gradeLevel) : `${gradeLevel}\u00a0«${letter.toUpperCase()}»`;
}

const CLASS = /(^|[,;+/]\s*)(\d{1,2})[\s-]?[«"]?([А-ЯЁа-яё])[»"]?(?![\p{L}\d«»"])/gu;

/**
 * The same name of a class wherever a foreign file writes it otherwise: «6А», «6-а» and «6 А» alike, also before the name of a
 * group («5А англ. 1») and in a list of classes («7А девочки + 7Б девочки»). What is no grade with one letter stays as it is.
 */
export function withClassNamesRu(name: string): string {
  return name.replace(CLASS, (_, before: string, grade: string, letter: string) => before + classNameRu(Number(grade), letter));
}
