/** A title as it is looked up: small letters, single spaces, the letter yo as ye, no closing `:`, `*` or `.`. */
export function headerKey(title: string): string {
  return title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("\u0451", "\u0435")
    .replace(/[\s\u00a0_]+/g, " ")
    .replace(/[\s:*.]+$/, "")
    .trim();
}
