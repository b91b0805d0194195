import type { FailureWords } from "./failure.ts";

/** What the program says of a request that reached no area. */
export const FOUNDATION_FAILURES = {
  "foundation.request_not_understood": ({ field }: { field: string }) =>
    field ? `Запрос не понят: проверьте «${field}». Ничего не записано.` : "Запрос не понят. Ничего не записано.",
  "foundation.body_not_json": () => "Запрос не понят: это не JSON или он оборван. Ничего не записано.",
  "foundation.text_not_readable": () => "В тексте есть испорченный знак, его нельзя сохранить. Уберите его и повторите. Ничего не записано.",
  "foundation.body_too_large": () => "Запрос слишком велик, он не прочитан. Ничего не записано.",
  "foundation.file_ending": ({ endings }: { endings: readonly string[] }) => `Такой файл не подходит, он не прочитан. Можно загрузить: ${endings.join(", ")}.`,
  "foundation.file_too_large": ({ megabytes }: { megabytes: number }) => `Файл больше ${megabytes} МБ, он не прочитан. Уменьшите его и повторите.`,
  "foundation.too_many_requests": () => "Слишком много запросов подряд. Подождите минуту, записанное цело.",
  "foundation.no_such_address": () => "Такой страницы нет.",
  "foundation.request_key_taken": () => "Под этим ключом уже пришёл другой запрос. Ничего не записано, повторите запись.",
  "foundation.not_an_event_id": () => "Номер события не понят. Откройте страницу заново.",
  "foundation.from_another_site": () => "Запрос пришёл с чужого сайта и не выполнен. Ничего не записано.",
  "foundation.database_away": () => "База данных сейчас недоступна. Записанное цело, повторите через несколько секунд.",
  "foundation.our_fault": ({ requestId }: { requestId: string }) =>
    `Не получилось по нашей вине. Записанное раньше цело. Код для администратора: ${requestId}.`,
} satisfies FailureWords;
