import { dayYearRu } from "../../foundation/day.ru.ts";
import type { FailureWords } from "../../foundation/failure.ts";
import { boundsRu } from "../rules/words/bounds.ru.ts";
import { titleRu } from "../rules/words/titles.ru.ts";

/** A value as it was sent, shortened: the sentence names it, the form still holds it. */
const sent = (value: unknown) => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === undefined ? "ничего" : text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** What is said when a norm, an edition or a preset cannot be set. */
export const REGULATION_FAILURES = {
  "regulation.preset_unknown": ({ preset, known }: { preset: string; known: readonly string[] }) =>
    `Набора норм «${preset}» нет. Есть: ${known.join(", ")}. Школа не создана.`,
  "regulation.preset_misshapen": ({ preset, where }: { preset: string; where: string }) =>
    `Набор норм «${preset}» написан не так, как требует описание: ${where}. Школа не создана.`,
  "regulation.preset_lacks": ({ preset, codes }: { preset: string; codes: readonly string[] }) =>
    `В наборе норм «${preset}» нет значений: ${codes.map((code) => `${code} («${titleRu(code)}»)`).join(", ")}. Школа не создана.`,
  "regulation.norm_not_in_force": ({ norm, day }: { norm: string; day: string }) =>
    `На ${dayYearRu(day)} у школы нет нормы «${titleRu(norm)}» (${norm}), поэтому записать нельзя. Ничего не записано. Скажите об этом администратору журнала.`,
  "regulation.norm_unknown": ({ code }: { code: string }) => `Нормы «${code}» нет в реестре норм. Ничего не изменено.`,
  "regulation.norm_misshapen": ({ code, value }: { code: string; value?: unknown }) =>
    `«${titleRu(code)}» (${code}): значение «${sent(value)}» не подходит. Нужно: ${boundsRu(code)}. Ничего не изменено.`,
  "regulation.norm_named_twice": ({ code }: { code: string }) => `«${titleRu(code)}»: в одной редакции два значения. Оставьте одно. Ничего не изменено.`,
  "regulation.norm_for_whole_school": ({ code }: { code: string }) =>
    `«${titleRu(code)}» действует на всю школу, отдельно для класса или предмета её не задать. Ничего не изменено.`,
  "regulation.clause_missing": ({ code }: { code: string }) => `«${titleRu(code)}»: назовите пункт положения. Ничего не изменено.`,
  "regulation.edition_in_past": ({ startsOn, earliest }: { startsOn: string; earliest: string }) =>
    `Редакция не может действовать с ${dayYearRu(startsOn)}: сделанные записи уже судили по прежней. Самый ранний день — ${dayYearRu(earliest)}. Ничего не изменено.`,
  "regulation.edition_same_day": ({ startsOn, document }: { startsOn: string; document: string }) =>
    `С ${dayYearRu(startsOn)} уже начинается другая редакция: ${document}. Двух редакций с одного дня быть не может: назовите другой день. Ничего не изменено.`,
  "regulation.day_skipped": ({ day }: { day: string }) =>
    `Дня ${dayYearRu(day)} в часовом поясе школы нет: часы перевели через него. Назовите другой день. Ничего не изменено.`,
  "regulation.order_not_signed": ({ orderDate }: { orderDate: string }) =>
    `Приказ от ${dayYearRu(orderDate)} ещё не подписан: дата приказа позже сегодняшней. Ничего не изменено.`,
  "regulation.edition_changes_nothing": () => "Редакция ничего не меняет: все значения такие же, как сейчас. Ничего не изменено.",
  "regulation.edition_changed_meanwhile": ({ document, startsOn }: { document: string; startsOn: string }) =>
    `Пока вы правили, появилась другая редакция: ${document}, с ${dayYearRu(startsOn)}. Посмотрите её и сохраните ещё раз. Ничего не записано.`,
  "regulation.edition_not_found": () => "Такой редакции нет. Ничего не изменено.",
  "regulation.edition_stands": ({ startsOn }: { startsOn: string }) =>
    `Редакция действует с ${dayYearRu(startsOn)}, по ней уже судили записи: её не отозвать. Примите новую редакцию.`,
} satisfies FailureWords;
