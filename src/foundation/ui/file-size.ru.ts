import { numberRu } from "../count.ru.ts";

const KILO = 1024;

/** The size of a file in words: `820 КБ`, `2,4 МБ`. */
export function fileSizeRu(bytes: number): string {
  if (bytes < KILO * KILO) return `${Math.max(1, Math.round(bytes / KILO))} КБ`;
  return `${numberRu(bytes / KILO / KILO, 1)} МБ`;
}
