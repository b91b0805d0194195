const MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

/** A day as people say it: «14 сентября». */
export function dayRu(day: string): string {
  const [, month = "1", date = "1"] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]}`;
}

/** A day with its year: «14 сентября 2026 года». */
export function dayYearRu(day: string): string {
  return `${dayRu(day)} ${day.slice(0, 4)} года`;
}
